"""The same need in several use cases becomes one requirement at the strictest value."""

from dataclasses import replace

from use_cases_together import MESSAGE, TEXT, said, translated

from translator.content.load import load_bank
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.requirements.model import Edit, Status
from translator.core.text import UseCase


def shared(translation, template):
    return next((r for r in translation.standard if r.key == f"shared:{template}" and r.live), None)


def line(translation, number, key):
    return next(r for r in translation.chapters[number - 1].requirements if r.key == key)


def test_the_fastest_wish_becomes_the_requirement_of_all_and_is_named():
    found = shared(translated({"speed": ("daily",)}, {"speed": ("realtime",)}, {"speed": ("hourly",)}), "speed.answer")
    assert "while the person is still present" in found.sentence
    assert [(p.use_case, p.value, p.drives) for p in found.shares] == [
        (1, "The same day or the next", False),
        (2, "At once while the person is still there", True),
        (3, "Within hours", False),
    ]


def test_the_freshest_and_the_longest_value_win_whatever_unit_they_are_in():
    one = {"freshness": (1.0, "day"), "outcome": ("score",), "history": (2.0, "year")}
    two = {"freshness": (90.0, "minute"), "outcome": ("score",), "history": (30.0, "month")}
    found = translated(one, two)
    assert "at the strictest 90 minutes" in shared(found, "data.fresh").sentence
    assert "at the longest 30 months" in shared(found, "data.history").sentence


def test_values_that_differ_bind_each_use_case_at_its_own_and_equal_ones_bind_all():
    slow, fast = {"freshness": (7.0, "day")}, {"freshness": (5.0, "minute")}
    apart, alike = shared(translated(slow, fast), "data.fresh"), shared(translated(fast, fast), "data.fresh")
    assert "the limit listed for the use case concerned" in apart.sentence
    assert [(p.value, p.drives) for p in apart.shares] == [("7 days", False), ("5 minutes", True)]
    assert alike.sentence.endswith("for each of these use cases that is no older than 5 minutes at the moment of use.")


def test_a_shared_line_covers_no_use_case_that_said_nothing_to_it():
    found = shared(translated({"freshness": (1.0, "day")}, {}, {"freshness": (1.0, "hour")}), "data.fresh")
    assert [part.use_case for part in found.shares] == [1, 3]


def test_volumes_add_up_and_what_cannot_be_added_stands_side_by_side():
    found = translated(
        {"messages": (1000.0, "messages a month")},
        {"messages": (9000.0, "messages a month")},
        {"messages": (500.0, "page views a month"), "outcome": ("page",)},
    )
    line_ = shared(found, "capacity.month")
    assert "10,000 messages a month and 500 page views a month" in line_.sentence
    assert [p.use_case for p in line_.shares if p.drives] == [2, 3]


def test_the_limit_of_one_use_case_binds_its_own_messages_and_no_others():
    limits = ({"most_contacts": (1.0, "messages a month")}, {"most_contacts": (2.0, "messages a week")})
    found = translated(*limits)
    assert not any(r.key.startswith(("shared:pressure", "alike:pressure.cap")) for r in found.standard)
    assert line(found, 2, "pressure.cap").live
    assert line(found, 2, "pressure.cap").sentence.endswith("no more than 2 messages a week from this use case.")


def test_of_limits_on_everything_that_one_person_receives_the_smaller_wins_across_periods():
    everything = {"cap_covers": ("everything",)}
    found = translated(
        {**everything, "most_contacts": (1.0, "messages a day")},
        {**everything, "most_contacts": (3.0, "messages a week")},
        {"most_contacts": (1.0, "messages a year")},
    )
    one = shared(found, "pressure.cap_all")
    assert "no more than 3 messages a week in total" in one.sentence
    assert [part.use_case for part in one.shares] == [1, 2]


def test_the_words_in_total_make_a_limit_one_on_everything_and_others_do_not():
    told = "When a card is refused, send an e-mail. Nobody gets more than two messages a week {} from us."
    everything, these = (
        {r.key for r in translated({}, narrative=told.format(words)).chapters[0].requirements}
        for words in ("in total", "")
    )
    assert "pressure.cap_all" in everything
    assert "pressure.cap" in these


def test_a_limit_of_the_project_on_everything_stands_once_whatever_use_cases_say():
    works = tuple(
        Work(
            use_case=UseCase(number=n, title="", narrative=TEXT),
            answers=said(**MESSAGE, most_contacts=(2.0, "messages a week"), cap_covers=("everything",)),
        )
        for n in (1, 2)
    )
    answers = said(cap_total=(3.0, "messages a week"))
    found = translate(load_bank(), Dossier(project=Project(name="P"), works=works, answers=answers))
    lines = [r.sentence for r in found.standard if r.live and "in total, whatever the use case" in r.sentence]
    assert len(lines) == 1
    assert "3 messages a week" in lines[0]


def test_every_silent_hour_counts_beside_the_others():
    hours = {"channels": ("sms",)}
    found = translated({**hours, "quiet_hours": ("after 8pm",)}, {**hours, "quiet_hours": ("on Sundays",)})
    line_ = shared(found, "pressure.quiet")
    assert "“after 8pm” and “on Sundays”" in line_.sentence
    assert not any(part.drives for part in line_.shares)


def test_lists_of_names_become_one_list_with_each_name_once():
    both = {"channels": ("email",)}
    found = translated({**both, "languages": ("English and German",)}, {**both, "languages": ("German, French",)})
    assert "which are together English, German and French" in shared(found, "content.languages").sentence


def test_what_somebody_walks_in_for_does_not_wait_for_an_event_of_the_text():
    visits = translated({"start": ("visit",), "speed": ("realtime",)}, narrative="Somebody left a basket.")
    assert "counted from what starts the use case" in line(visits, 1, "speed.answer").sentence


def test_a_vague_hurry_of_the_text_is_silent_once_somebody_has_named_the_time():
    hurry = {"narrative": "When somebody says no, show it in our e-mail tool quickly."}
    vague = {r.key for r in translated({}, **hurry).chapters[0].requirements}
    named = {r.key for r in translated({"speed": ("minutes",)}, **hurry).chapters[0].requirements}
    assert "speed.vague:unspecified" in vague
    assert "speed.answer" in named
    assert not any(key.startswith("speed.vague") for key in named)


def test_nowhere_is_no_source_that_data_could_be_taken_from():
    drafts = {r.key for r in translated({"data_home": ("Nowhere yet",)}).chapters[0].requirements}
    assert "data.source" not in drafts
    assert "data.source" in {r.key for r in translated({"data_home": ("Paper cards",)}).chapters[0].requirements}


def test_a_use_cases_own_line_keeps_its_id_says_what_covers_it_and_is_not_printed_twice():
    found = translated({"speed": ("daily",)}, {"speed": ("realtime",)})
    own, one = line(found, 1, "speed.answer"), shared(found, "speed.answer")
    assert own.id.startswith("UC1-I-")
    assert own.covered_by == one.id
    assert not own.live
    assert own.wanted
    assert one.shares[0].id == own.id


def test_one_use_case_alone_shares_nothing():
    assert not any(r.shares for r in translated({"speed": ("daily",)}).standard)


def test_a_line_that_a_person_worded_stays_its_own():
    mine = Edit(
        key="speed.answer", use_case=1, category=line(translated({"speed": ("daily",)}), 1, "speed.answer").category,
        number=2, status=Status.EDITED, sentence="The system shall be quick.", based_on="x",
    )  # fmt: skip
    found = translated({"speed": ("daily",)}, {"speed": ("realtime",)}, edits=(mine,))
    assert shared(found, "speed.answer") is None
    assert line(found, 1, "speed.answer").live


def test_the_same_sentence_in_several_use_cases_stands_once_and_names_them():
    found = translated({}, {}, {"outcome": ("page",)})
    once = next(r for r in found.standard if r.key == "alike:message.preview")
    assert [part.use_case for part in once.shares] == [1, 2]
    assert line(found, 2, "message.preview").covered_by == once.id


def test_no_shared_sentence_speaks_of_this_use_case():
    found = translated({"data_home": ("the till",), "outcome": ("score",)}, {"data_home": ("the till",)})
    sentences = [r.sentence for r in found.standard if r.shares]
    assert sentences
    assert not any("this use case" in sentence for sentence in sentences)


def test_numbers_stay_when_values_change_and_come_back():
    before = translated({"speed": ("daily",)}, {"speed": ("realtime",)})
    one = shared(before, "speed.answer")
    stored = tuple(
        Edit(key=r.key, use_case=None, category=r.category, number=int(r.id[-2:]), status=r.status)
        for r in before.standard
    )
    assert shared(translated({"speed": ("weekly",)}, {"speed": ("daily",)}, own=stored), "speed.answer").id == one.id
    gone = tuple(replace(e, status=Status.WITHDRAWN) if e.key == one.key else e for e in stored)
    assert shared(translated({"speed": ("daily",)}, {"speed": ("daily",)}, own=gone), "speed.answer").id == one.id


def test_a_shared_line_that_people_drop_gives_the_use_cases_their_own_back():
    one = shared(translated({"speed": ("daily",)}, {"speed": ("realtime",)}), "speed.answer")
    out = Edit(key=one.key, use_case=None, category=one.category, number=90, status=Status.DROPPED)
    found = translated({"speed": ("daily",)}, {"speed": ("realtime",)}, own=(out,))
    assert line(found, 1, "speed.answer").live


def test_a_shared_line_says_whose_words_and_answers_are_behind_it():
    found = shared(translated({"speed": ("daily",)}, {"speed": ("realtime",)}), "speed.answer")
    assert {source.use_case for source in found.trace} == {1, 2}


def test_a_bank_that_shares_nothing_leaves_every_line_where_it_is():
    works = tuple(Work(use_case=UseCase(number=n, title="", narrative=TEXT), answers=said(**MESSAGE)) for n in (1, 2))
    found = translate(replace(load_bank(), sharing=None), Dossier(project=Project(name="P"), works=works))
    assert all(r.live for chapter in found.chapters for r in chapter.requirements)


def test_the_same_task_for_a_colleague_is_shared_whatever_the_wait_of_each_use_case():
    staff = {"outcome": ("staff",)}
    found = translated({**staff, "longest_wait": (3.0, "second")}, staff)
    tasks = [r for r in (*found.standard, *(r for c in found.chapters for r in c.requirements)) if r.live and r.wanted]
    sentences = [r.sentence for r in tasks if "create a task" in r.sentence and not r.covered_by]
    assert len(sentences) == 1
