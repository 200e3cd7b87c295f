-- Danish comments on the macros that give tables; the linter does not know the statement
comment on macro table ud.status is 'status(team, periode): resultaterne for et team (ALLE er hele afdelingen) i en måned (2021-04) eller et kvartal (2021-K2). Én række pr. indikator og kilde, i planens rækkefølge.'; -- noqa: PRS
comment on macro table ud.udvikling is 'udvikling(indikator, team := ''ALLE''): en indikator måned for måned. Én række pr. måned og kilde, ældste først.';
comment on macro table ud.frister is 'frister(team): et teams åbne frister, overskredne og kommende. Én række pr. indikator og enhed, ældste frist først.';
comment on macro table ud.sager_paa is 'sager_paa(dag): de sager, der var åbne på en dag, med barnets alder i hele år og det team og den rådgiver, der havde sagen. Én række pr. sag.';
