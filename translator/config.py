"""The settings of one installation, read once from the environment; app.py hands them out.

DATABASE_URL          where the data live; default: translator.db in the instance folder
TRANSLATOR_INSTANCE   the instance folder; default: instance/ beside the program
PUBLIC_URL            the address people type, such as https://translator.example.org; https makes cookies Secure
PROXIES               how many trusted reverse proxies stand in front; default 0
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Hold the settings. `secret` signs the tokens of forms; `public_url` is "" when nobody said it."""

    instance: Path
    database_url: str
    secret: str
    public_url: str = ""
    proxies: int = 0
    sign_in_limit: str = "10 per minute; 60 per hour"

    @property
    def https(self) -> bool:
        """Tell whether people reach the pages over HTTPS."""
        return urlsplit(self.public_url).scheme == "https"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the host names that requests may carry; () = any."""
        host = urlsplit(self.public_url).hostname
        return (host, "localhost", "127.0.0.1") if host else ()


def read_settings(environ: Mapping[str, str] = os.environ, *, instance: Path | None = None) -> Settings:
    """Read the settings; make the instance folder and its secret when they are not there yet."""
    instance = (instance or Path(environ.get("TRANSLATOR_INSTANCE") or ROOT / "instance")).resolve()
    instance.mkdir(parents=True, exist_ok=True)
    return Settings(
        instance=instance,
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{instance / 'translator.db'}",
        secret=_secret(instance / "secret"),
        public_url=environ.get("PUBLIC_URL", ""),
        proxies=int(environ.get("PROXIES", "0")),
    )


def _secret(path: Path) -> str:
    """Return the installation's secret. Two processes that start together end up with the same one."""
    if not path.exists():
        fresh = path.with_name(f".secret.{os.getpid()}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(fresh, path)  # refuses where another process was first, so that its secret stands
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()
