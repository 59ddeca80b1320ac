"""The settings: sensible without any, a secret that nobody has to make, and the same one for every process."""

import stat
from threading import Thread

from translator.config import read_settings


def test_without_any_setting_the_data_live_in_the_instance_folder(tmp_path):
    settings = read_settings({"TRANSLATOR_INSTANCE": str(tmp_path / "instance")})
    assert settings.database_url == f"sqlite:///{tmp_path / 'instance' / 'translator.db'}"
    assert (settings.https, settings.hosts, settings.proxies) == (False, (), 0)


def test_the_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    first = read_settings({"TRANSLATOR_INSTANCE": str(tmp_path)}).secret
    assert len(first) >= 64
    assert read_settings({"TRANSLATOR_INSTANCE": str(tmp_path)}).secret == first
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_processes_that_start_together_share_one_secret(tmp_path):
    secrets = []
    threads = [
        Thread(target=lambda: secrets.append(read_settings({"TRANSLATOR_INSTANCE": str(tmp_path)}).secret))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(secrets) == 8
    assert len(set(secrets)) == 1


def test_the_environment_names_another_database_and_the_address_people_type(tmp_path):
    settings = read_settings({
        "TRANSLATOR_INSTANCE": str(tmp_path),
        "DATABASE_URL": "postgresql://db.example.org/translator",
        "PUBLIC_URL": "https://translator.example.org",
        "PROXIES": "1",
    })  # fmt: skip
    assert settings.database_url == "postgresql://db.example.org/translator"
    assert (settings.https, settings.proxies) == (True, 1)
    assert settings.hosts == ("translator.example.org", "localhost", "127.0.0.1")
