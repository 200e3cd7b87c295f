"""Settings: where they are found, what they may say, and how a fault in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import ExitCode, SettingsError
from pipeline.base.resources import resource
from pipeline.base.settings import (
    ENVIRONMENT_SETTINGS,
    ENVIRONMENT_WORKSPACE,
    FILE_NAME,
    Permissions,
    Settings,
    find_settings,
    read_settings,
    workspace,
)


@pytest.fixture
def read(tmp_path: Path):
    """Read a settings file of this text."""

    def af(text: str | bytes) -> Settings:
        file = tmp_path / "egne.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_settings(file)

    return af


@pytest.fixture
def error_in(read):
    """The lines told about a faulty settings file."""

    def af(text: str | bytes) -> tuple[str, ...]:
        with pytest.raises(SettingsError) as caught:
            read(text)
        assert caught.value.exit_code is ExitCode.USAGE_FAULT
        assert caught.value.__suppress_context__, "the library's own message may quote the value"
        return caught.value.lines

    return af


def test_the_workspace_is_the_option_else_the_environment_else_tilsyn():
    """An empty variable counts as none."""
    environment = {ENVIRONMENT_WORKSPACE: "fra_miljoe"}
    assert workspace(Path("valgt"), environment) == Path("valgt")
    assert workspace(None, environment) == Path("fra_miljoe")
    assert workspace(None, {ENVIRONMENT_WORKSPACE: ""}) == Path("tilsyn")
    assert workspace(None, {}) == Path("tilsyn")


def test_the_settings_file_is_the_option_else_the_environment_else_the_workspaces(tmp_path: Path):
    """A file that was asked for is not silently replaced by another; without any there are the defaults."""
    environment = {ENVIRONMENT_SETTINGS: "fra_miljoe.toml"}
    assert find_settings(None, tmp_path, {}) is None
    assert read_settings(None) == Settings()
    (tmp_path / FILE_NAME).touch()
    assert find_settings(Path("valgt.toml"), tmp_path, environment) == Path("valgt.toml")
    assert find_settings(None, tmp_path, environment) == Path("fra_miljoe.toml")
    assert find_settings(None, tmp_path, {ENVIRONMENT_SETTINGS: ""}) == tmp_path / FILE_NAME


def test_the_ladder_has_five_steps_with_names_or_none(read, error_in):
    """Four names would stand beside the wrong steps."""
    assert read('[kommune]\ntrin = ["a", "b", "c", "d", "e"]').kommune.trin == ("a", "b", "c", "d", "e")
    (line,) = error_in('[kommune]\ntrin = ["a", "b", "c", "d"]')
    assert "kommune.trin" in line
    assert "et navn til hvert af de fem trin" in line


def test_defaults_are_the_contracts():
    """5 % and more than 3 rows quarantined, 80 % accepted, 80 % of the last delivery; modes 0750 and 0640."""
    i = Settings()
    assert i.graenser.model_dump() == {
        "karantaene_procent": 5, "karantaene_raekker": 3, "accepteret_procent": 80, "fald_procent": 80,
    }  # fmt: skip
    assert (i.rettigheder.gruppe, i.rettigheder.folder_bits, i.rettigheder.file_bits) == (None, 0o750, 0o640)


def test_what_a_municipality_sets_for_itself(read):
    """Limits, rights, headings and values, in a file with or without a byte order mark."""
    text = """
        [kommune]
        navn = "Eksempel Kommune"
        [graenser]
        karantaene_procent = 2.5
        [rettigheder]
        gruppe = "tilsyn"
        fil = "440"
        [overskrifter.underretninger]
        "Modtaget den" = "modtaget_tidspunkt"
        [vaerdier.underretninger.underretter_type]
        Skole = "fagperson"
        "*" = "privat"
    """
    for raw in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
        i = read(raw)
        assert i.kommune.navn == "Eksempel Kommune"
        assert (i.graenser.karantaene_procent, i.graenser.accepteret_procent) == (2.5, 80)
        assert (i.rettigheder.gruppe, i.rettigheder.file_bits, i.rettigheder.folder_bits) == (
            "tilsyn",
            0o440,
            0o750,
        )
        assert i.overskrifter == {"underretninger": {"Modtaget den": "modtaget_tidspunkt"}}
        assert i.vaerdier["underretninger"]["underretter_type"] == {"Skole": "fagperson", "*": "privat"}


def test_settings_cannot_be_changed_after_they_are_read():
    """Read once at the edge, frozen from there."""
    with pytest.raises(ValueError, match="frozen"):
        Settings().rettigheder.gruppe = "andre"  # type: ignore[misc]


# what is wrong | the file | the line told
ERROR = (
    (
        "ukendt afsnit",
        "[graense]\nx = 1",
        (
            "egne.toml: graense: er en ukendt nøgle "
            "(kendte: kommune, planer, graenser, rettigheder, gennemgang, opbevaring, mail, overskrifter, "
            "vaerdier, tomme)"
        ),
    ),
    (
        "ukendt nøgle",
        "[graenser]\nkarantaene = 5",
        (
            "egne.toml: graenser.karantaene: er en ukendt nøgle "
            "(kendte: karantaene_procent, karantaene_raekker, accepteret_procent, fald_procent)"
        ),
    ),
    ("over 100", "[graenser]\nfald_procent = 101", "egne.toml: graenser.fald_procent: skal være højst 100"),
    ("under 0", "[graenser]\nfald_procent = -1", "egne.toml: graenser.fald_procent: skal være mindst 0"),
    (
        "ikke et tal",
        "[graenser]\nfald_procent = nan",
        "egne.toml: graenser.fald_procent: skal være højst 100",
    ),
    ("tekst for tal", "[graenser]\nfald_procent = 'x'", "egne.toml: graenser.fald_procent: skal være et tal"),
    ("tal for tekst", "[kommune]\nnavn = 5", "egne.toml: kommune.navn: skal være tekst"),
    ("ikke en tabel", "kommune = 'x'", "egne.toml: kommune: skal være en tabel af nøgler og værdier"),
    (
        "værdier uden kolonne",
        "[vaerdier.sager]\nA = 'b'",
        "egne.toml: vaerdier.sager.A: skal være en tabel af nøgler og værdier",
    ),
)


@pytest.mark.parametrize(("text", "outcome"), [f[1:] for f in ERROR], ids=[f[0] for f in ERROR])
def test_a_fault_is_told_with_its_place(text: str, outcome: str, error_in):
    """File, key and what was expected; an unknown key is an error, never passed over."""
    assert error_in(text) == (outcome,)


@pytest.mark.parametrize("bits", ["0999", "rwxr-x---", "75", "07500", "750\\n", "０７５０"])
def test_a_mode_is_three_octal_digits(bits: str, error_in):
    """Anything else would open what is to be closed."""
    (line,) = error_in(f'[rettigheder]\nmappe = "{bits}"')
    assert line.startswith("egne.toml: rettigheder.mappe: ")
    with pytest.raises(ValueError, match="pattern"):
        Permissions(fil=bits.replace("\\n", "\n"))


@pytest.mark.parametrize("bits", ["0777", "0755", "641", "0702"])
@pytest.mark.parametrize("key", ["mappe", "fil"])
def test_nothing_is_opened_to_everybody(key: str, bits: str, error_in):
    """Reports and the publication hold case ids: owner and group, nobody else."""
    assert error_in(f'[rettigheder]\n{key} = "{bits}"') == (
        f"egne.toml: rettigheder.{key}: må kun give ejeren og gruppen adgang: sidste ciffer skal være 0",
    )


def test_every_fault_is_told_at_once(error_in):
    """One line per fault."""
    lines = error_in("[kommune]\nnavn = 5\nby = 'x'\n[graenser]\nfald_procent = 200")
    assert {line.split(": ")[1] for line in lines} == {
        "kommune.navn",
        "kommune.by",
        "graenser.fald_procent",
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[kommune]\nnavn = "hemmelig\n', "linje 2, kolonne 17"),
        ("[kommune]\nnavn = hemmelig", "linje 2, kolonne 8"),
        ('[kommune]\nnavn = "hemmelig"\nnavn = "hemmelig"', "filens slutning"),
        ('[vaerdier.hemmelig]\na = "hemmelig" hemmelig', "linje 2, kolonne 16"),
    ],
)
def test_a_file_that_is_not_toml_is_told_by_its_place_alone(text: str, place: str, error_in):
    """Line and column in Danish; what stands there is not repeated."""
    assert error_in(text) == (f"egne.toml: er ikke gyldig TOML ({place}).",)


def test_a_value_is_never_repeated(error_in):
    """Settings may hold passwords and names; a fault tells the key and what was expected."""
    lines = error_in(
        "[kommune]\nnavn = ['hemmelig']\n[graenser]\nfald_procent = 'hemmelig'\n"
        "[rettigheder]\nfil = 'hemmelig'"
    )
    assert len(lines) == 3
    assert "hemmelig" not in " ".join(lines)


@pytest.mark.parametrize("raw", [b"navn = '\xe6'", b"\xff\xfek\x00"], ids=["windows-1252", "utf-16"])
def test_a_file_in_another_encoding_is_refused(raw: bytes, error_in):
    """UTF-8 only: guessing would garble names."""
    (line,) = error_in(raw)
    assert line.endswith("indstillingsfilen kan ikke læses (den skal være tekst i UTF-8).")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    """A file that was asked for must be there; a folder is no file."""
    for path, why in (
        (tmp_path / "findes_ikke.toml", "findes ikke."),
        (tmp_path, "kan ikke læses (der skal stå en fil)."),
    ):
        with pytest.raises(SettingsError) as caught:
            read_settings(path)
        assert caught.value.lines == (f"{path}: indstillingsfilen {why}",)


def test_settings_one_may_not_read_are_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The file itself, and a workspace that may not be looked into."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", denied)
    monkeypatch.setattr(Path, "is_file", denied)
    with pytest.raises(SettingsError, match="du har ikke adgang til den"):
        read_settings(tmp_path / FILE_NAME)
    with pytest.raises(SettingsError, match="du har ikke adgang til arbejdsmappen"):
        find_settings(None, tmp_path, {})


def test_the_sample_settings_hold():
    """The file that lies with the samples is a good example."""
    assert read_settings(resource("data_samples", FILE_NAME)) != Settings()
