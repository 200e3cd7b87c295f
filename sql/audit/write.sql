-- one thing begun or ended
insert into spor (
    nr, tidspunkt, konto, handling, periode, begyndt_nr, udfald, hvad, program_version, kaede
)
values (
    $nr, $tidspunkt, $konto, $handling, $periode, $begyndt_nr, $udfald, $hvad, $program_version, $kaede
);
