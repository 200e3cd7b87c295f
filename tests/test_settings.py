"""Settings: where they are found, what they may say, and how a fault in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ExitKode, IndstillingsFejl
from pipeline.resources import ressource
from pipeline.settings import (
    FILNAVN,
    MILJOE_ARBEJDSMAPPE,
    MILJOE_INDSTILLINGER,
    Indstillinger,
    Rettigheder,
    arbejdsmappe,
    find_indstillinger,
    laes_indstillinger,
)


@pytest.fixture
def laes(tmp_path: Path):
    """Read a settings file of this text."""

    def af(tekst: str | bytes) -> Indstillinger:
        fil = tmp_path / "egne.toml"
        fil.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
        return laes_indstillinger(fil)

    return af


@pytest.fixture
def fejl_i(laes):
    """The lines told about a faulty settings file."""

    def af(tekst: str | bytes) -> tuple[str, ...]:
        with pytest.raises(IndstillingsFejl) as fanget:
            laes(tekst)
        assert fanget.value.exit_kode is ExitKode.FORKERT_BRUG
        assert fanget.value.__suppress_context__, "the library's own message may quote the value"
        return fanget.value.linjer

    return af


def test_the_workspace_is_the_option_else_the_environment_else_tilsyn():
    """An empty variable counts as none."""
    miljoe = {MILJOE_ARBEJDSMAPPE: "fra_miljoe"}
    assert arbejdsmappe(Path("valgt"), miljoe) == Path("valgt")
    assert arbejdsmappe(None, miljoe) == Path("fra_miljoe")
    assert arbejdsmappe(None, {MILJOE_ARBEJDSMAPPE: ""}) == Path("tilsyn")
    assert arbejdsmappe(None, {}) == Path("tilsyn")


def test_the_settings_file_is_the_option_else_the_environment_else_the_workspaces(tmp_path: Path):
    """A file that was asked for is not silently replaced by another; without any there are the defaults."""
    miljoe = {MILJOE_INDSTILLINGER: "fra_miljoe.toml"}
    assert find_indstillinger(None, tmp_path, {}) is None
    assert laes_indstillinger(None) == Indstillinger()
    (tmp_path / FILNAVN).touch()
    assert find_indstillinger(Path("valgt.toml"), tmp_path, miljoe) == Path("valgt.toml")
    assert find_indstillinger(None, tmp_path, miljoe) == Path("fra_miljoe.toml")
    assert find_indstillinger(None, tmp_path, {MILJOE_INDSTILLINGER: ""}) == tmp_path / FILNAVN


def test_defaults_are_the_contracts():
    """5 % and more than 3 rows quarantined, 80 % accepted, 80 % of the last delivery; modes 0750 and 0640."""
    i = Indstillinger()
    assert i.graenser.model_dump() == {
        "karantaene_procent": 5, "karantaene_raekker": 3, "accepteret_procent": 80, "fald_procent": 80,
    }  # fmt: skip
    assert (i.rettigheder.gruppe, i.rettigheder.mappe_bits, i.rettigheder.fil_bits) == (None, 0o750, 0o640)


def test_what_a_municipality_sets_for_itself(laes):
    """Limits, rights, headings and values, in a file with or without a byte order mark."""
    tekst = """
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
    for raa in (tekst.encode(), b"\xef\xbb\xbf" + tekst.encode()):
        i = laes(raa)
        assert i.kommune.navn == "Eksempel Kommune"
        assert (i.graenser.karantaene_procent, i.graenser.accepteret_procent) == (2.5, 80)
        assert (i.rettigheder.gruppe, i.rettigheder.fil_bits, i.rettigheder.mappe_bits) == (
            "tilsyn",
            0o440,
            0o750,
        )
        assert i.overskrifter == {"underretninger": {"Modtaget den": "modtaget_tidspunkt"}}
        assert i.vaerdier["underretninger"]["underretter_type"] == {"Skole": "fagperson", "*": "privat"}


def test_settings_cannot_be_changed_after_they_are_read():
    """Read once at the edge, frozen from there."""
    with pytest.raises(ValueError, match="frozen"):
        Indstillinger().rettigheder.gruppe = "andre"  # type: ignore[misc]


# what is wrong | the file | the line told
FEJL = (
    (
        "ukendt afsnit",
        "[graense]\nx = 1",
        (
            "egne.toml: graense: er en ukendt nøgle "
            "(kendte: kommune, graenser, rettigheder, mail, overskrifter, vaerdier)"
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


@pytest.mark.parametrize(("tekst", "ventet"), [f[1:] for f in FEJL], ids=[f[0] for f in FEJL])
def test_a_fault_is_told_with_its_place(tekst: str, ventet: str, fejl_i):
    """File, key and what was expected; an unknown key is an error, never passed over."""
    assert fejl_i(tekst) == (ventet,)


@pytest.mark.parametrize("bits", ["0999", "rwxr-x---", "75", "07500", "750\\n", "０７５０"])
def test_a_mode_is_three_octal_digits(bits: str, fejl_i):
    """Anything else would open what is to be closed."""
    (linje,) = fejl_i(f'[rettigheder]\nmappe = "{bits}"')
    assert linje.startswith("egne.toml: rettigheder.mappe: ")
    with pytest.raises(ValueError, match="pattern"):
        Rettigheder(fil=bits.replace("\\n", "\n"))


@pytest.mark.parametrize("bits", ["0777", "0755", "641", "0702"])
@pytest.mark.parametrize("noegle", ["mappe", "fil"])
def test_nothing_is_opened_to_everybody(noegle: str, bits: str, fejl_i):
    """Reports and the publication hold case ids: owner and group, nobody else."""
    assert fejl_i(f'[rettigheder]\n{noegle} = "{bits}"') == (
        f"egne.toml: rettigheder.{noegle}: må kun give ejeren og gruppen adgang: sidste ciffer skal være 0",
    )


def test_every_fault_is_told_at_once(fejl_i):
    """One line per fault."""
    linjer = fejl_i("[kommune]\nnavn = 5\nby = 'x'\n[graenser]\nfald_procent = 200")
    assert {linje.split(": ")[1] for linje in linjer} == {
        "kommune.navn",
        "kommune.by",
        "graenser.fald_procent",
    }


@pytest.mark.parametrize(
    ("tekst", "sted"),
    [
        ('[kommune]\nnavn = "hemmelig\n', "linje 2, kolonne 17"),
        ("[kommune]\nnavn = hemmelig", "linje 2, kolonne 8"),
        ('[kommune]\nnavn = "hemmelig"\nnavn = "hemmelig"', "filens slutning"),
        ('[vaerdier.hemmelig]\na = "hemmelig" hemmelig', "linje 2, kolonne 16"),
    ],
)
def test_a_file_that_is_not_toml_is_told_by_its_place_alone(tekst: str, sted: str, fejl_i):
    """Line and column in Danish; what stands there is not repeated."""
    assert fejl_i(tekst) == (f"egne.toml: er ikke gyldig TOML ({sted}).",)


def test_a_value_is_never_repeated(fejl_i):
    """Settings may hold passwords and names; a fault tells the key and what was expected."""
    linjer = fejl_i(
        "[kommune]\nnavn = ['hemmelig']\n[graenser]\nfald_procent = 'hemmelig'\n"
        "[rettigheder]\nfil = 'hemmelig'"
    )
    assert len(linjer) == 3
    assert "hemmelig" not in " ".join(linjer)


@pytest.mark.parametrize("raa", [b"navn = '\xe6'", b"\xff\xfek\x00"], ids=["windows-1252", "utf-16"])
def test_a_file_in_another_encoding_is_refused(raa: bytes, fejl_i):
    """UTF-8 only: guessing would garble names."""
    (linje,) = fejl_i(raa)
    assert linje.endswith("indstillingsfilen kan ikke læses (den skal være tekst i UTF-8).")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    """A file that was asked for must be there; a folder is no file."""
    for sti, hvorfor in (
        (tmp_path / "findes_ikke.toml", "findes ikke."),
        (tmp_path, "kan ikke læses (der skal stå en fil)."),
    ):
        with pytest.raises(IndstillingsFejl) as fanget:
            laes_indstillinger(sti)
        assert fanget.value.linjer == (f"{sti}: indstillingsfilen {hvorfor}",)


def test_settings_one_may_not_read_are_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The file itself, and a workspace that may not be looked into."""

    def naegtet(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", naegtet)
    monkeypatch.setattr(Path, "is_file", naegtet)
    with pytest.raises(IndstillingsFejl, match="du har ikke adgang til den"):
        laes_indstillinger(tmp_path / FILNAVN)
    with pytest.raises(IndstillingsFejl, match="du har ikke adgang til arbejdsmappen"):
        find_indstillinger(None, tmp_path, {})


def test_the_sample_settings_hold():
    """The file that lies with the samples is a good example."""
    assert laes_indstillinger(ressource("data_samples", FILNAVN)) != Indstillinger()
