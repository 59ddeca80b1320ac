"""The vendored browser assets: `--check` re-hashes them offline; only `--update NAME@VERSION` fetches anything.

In: static/vendor/lock.json. Out: static/vendor/NAME/VERSION/, or the list of what does not agree with the lock.

    python -m tests.architecture.vendor --check
    python -m tests.architecture.vendor --update htmx.org@2.0.11
"""

import argparse
import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).parents[2] / "static" / "vendor"
LOCK = VENDOR / "lock.json"


def read_lock() -> dict[str, dict[str, Any]]:
    return json.loads(LOCK.read_text(encoding="utf-8"))


def folder(package: str, version: str) -> Path:
    return VENDOR / package.rpartition("/")[2] / version


def digest(data: bytes, algorithm: str) -> str:
    return f"{algorithm}-" + base64.b64encode(hashlib.new(algorithm, data).digest()).decode()


def faults() -> list[str]:
    """Name every file that is missing, changed, or there without being in the lock."""
    found = []
    known = {LOCK}
    for package, entry in read_lock().items():
        home = folder(package, entry["version"])
        if not entry["integrity"].startswith("sha512-"):
            found.append(f"{package}: no sha512 integrity")
        if "LICENSE" not in entry["files"]:
            found.append(f"{package}: no LICENSE")
        for name, want in entry["files"].items():
            path = home / name
            known.add(path)
            if not path.is_file():
                found.append(f"{path}: missing")
            elif digest(path.read_bytes(), "sha384") != want["sha384"]:
                found.append(f"{path}: changed")
    found += [f"{path}: not in lock.json" for path in sorted(VENDOR.rglob("*")) if path.is_file() and path not in known]
    return found


def update(package: str, version: str) -> None:
    """Fetch one package from npm, prove the archive against its published hash, and put our files of it in place."""
    lock = read_lock()
    entry = lock[package]
    with tempfile.TemporaryDirectory() as scratch:
        command = ["npm", "pack", f"{package}@{version}", "--json", "--pack-destination", scratch]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)[0]
        archive = next(Path(scratch).glob("*.tgz"))
        if digest(archive.read_bytes(), "sha512") != told["integrity"]:
            sys.exit(f"{package}@{version}: the archive is not the one that was published")
        with tarfile.open(archive) as tar:
            tar.extractall(scratch, filter="data")
        _place(Path(scratch) / "package", package, version, entry)
    entry.update(version=version, integrity=told["integrity"])
    LOCK.write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8")


def _place(unpacked: Path, package: str, version: str, entry: dict[str, Any]) -> None:
    home = folder(package, version)
    shutil.rmtree(home.parent, ignore_errors=True)
    home.mkdir(parents=True)
    for name, file in entry["files"].items():
        data = (unpacked / file["from"]).read_bytes()
        (home / name).write_bytes(data)
        file["sha384"] = digest(data, "sha384")


def main() -> None:
    parser = argparse.ArgumentParser(description="Check or update the vendored browser assets.")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", metavar="NAME@VERSION")
    asked = parser.parse_args()
    if asked.update:
        package, _, version = asked.update.rpartition("@")
        update(package, version)
    found = faults()
    sys.stdout.write("\n".join([*found, f"{len(found)} faults", ""]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
