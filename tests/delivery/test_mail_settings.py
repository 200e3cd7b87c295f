"""The mail settings: what is refused before any mail is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import SettingsError
from pipeline.base.settings import Mail, read_settings

ERROR = [
    ('afsender = "ingen adresse"', "mail.afsender: skal være en mailadresse som navn@kommune.dk"),
    ('[mail.laesere]\nT1 = ["a@b.dk", "forkert"]', "mail.laesere.T1.1: skal være en mailadresse"),
    ('sikkerhed = "ingen"\nsagsnumre = true', "mail: sagsnumre = true kræver sikkerhed = starttls eller tls"),
    ('sikkerhed = "ingen"\nbruger = "x"', "mail: bruger kræver sikkerhed = starttls eller tls"),
    ('sikkerhed = "ssl"', "mail.sikkerhed: skal være en af: starttls, tls"),
    ('adgangskode = "hemmelig"', "mail.adgangskode: er en ukendt nøgle"),
    ("forsoeg = 0", "mail.forsoeg: skal være mindst 1"),
    ("port = 70000", "mail.port: skal være højst 65535"),
]


@pytest.mark.parametrize(("lines", "outcome"), ERROR, ids=[lines for lines, _ in ERROR])
def test_a_faulty_setting_is_named_without_its_value(tmp_path: Path, lines, outcome):
    """The line says where and what is expected; a password in the file is refused, and not repeated."""
    file = tmp_path / "indstillinger.toml"
    file.write_text(f"[mail]\n{lines}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        read_settings(file)
    assert outcome in str(error.value)
    assert not any(word in str(error.value) for word in ("hemmelig", "forkert", "ingen adresse"))


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("ingen", 25)])
def test_the_port_follows_the_kind_of_security_unless_set(security, port):
    """Submission, submissions and a relay inside the house each have their own."""
    assert Mail(sikkerhed=security).serverport == port
    assert Mail(sikkerhed=security, port=2525).serverport == 2525


def test_mail_is_off_and_closed_by_default():
    """Nothing is sent before a sender and a server are named, encrypted, and without case ids."""
    mail = Mail()
    assert (mail.afsender, mail.server, mail.sikkerhed, mail.sagsnumre) == (None, None, "starttls", False)
