"""Two people who mark the same words at the same moment, on both databases."""

from threading import Thread

from room import open_room

from translator.services.additions import Mark, add_signal
from translator.services.write import use_case_view

TEXT = "Send a carrier dove within 2 hours."
DOVE = Mark(words="carrier dove", kind="channel", value="email")


def test_two_people_who_say_it_at_the_same_time_say_it_once(database):
    room = open_room(database, TEXT)
    faults = []

    def say():
        try:
            add_signal(room.desk, room.mara, room.pid, 1, DOVE)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the test must show it
            faults.append(fault)

    threads = [Thread(target=say) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(use_case_view(room.desk, room.mara, room.pid, 1).additions) == 1
