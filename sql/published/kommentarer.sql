-- Danish comments on the computed tables and their columns

comment on table ud.plan is 'Udviklingsplanen. Én række pr. plan. Nøgle: plan_id. Uden fast rækkefølge.';
comment on column ud.plan.plan_id is 'Planens id, fx slagelse_2021_2023.';
comment on column ud.plan.titel is 'Planens titel.';
comment on column ud.plan.organisation is 'Kommunen og afdelingen, planen gælder for.';
comment on column ud.plan.start_dato is 'Planens første dag.';
comment on column ud.plan.slut_dato is 'Planens sidste dag.';

comment on table ud.indikator is 'Planens indikatorer. Én række pr. indikator. Nøgle: plan_id, indikator_id. Uden fast rækkefølge.';
comment on column ud.indikator.plan_id is 'Planens id.';
comment on column ud.indikator.indikator_id is 'Indikatorens nummer, fx 5.1.';
comment on column ud.indikator.udviklingspunkt is 'Nummeret på det udviklingspunkt, indikatoren hører til.';
comment on column ud.indikator.titel is 'Indikatorens navn.';
comment on column ud.indikator.spoergsmaal is 'Det spørgsmål, indikatoren svarer på.';
comment on column ud.indikator.kilde is 'Hovedkilde: dubu, sofus, tilsyn (ledelsestilsyn) eller spoergeskema.';
comment on column ud.indikator.planens_maaling is 'Hvordan planen selv siger, at der måles.';
comment on column ud.indikator.art is 'frist (tæller, når fristen kommer), haendelse (tæller den dag, det sker) eller beholdning (tæller på opgørelsesdagen).';
comment on column ud.indikator.vaerditype is 'Hvad værdien er: andel i procent, antal, gennemsnit, median eller interval.';
comment on column ud.indikator.enhed is 'Det, der tælles, fx underretning.';
comment on column ud.indikator.retning is 'Om det er bedst, at værdien er stigende eller faldende.';
comment on column ud.indikator.taeller_tekst is 'Tælleren i ord.';
comment on column ud.indikator.naevner_tekst is 'Nævneren i ord.';
comment on column ud.indikator.lovgrundlag is 'Lovgrundlag.';
comment on column ud.indikator.antagelse is 'Hvad værktøjet antager, hvor planen er tavs.';

comment on table ud.milepael is 'Planens milepæle. Én række pr. indikator og dato. Nøgle: plan_id, indikator_id, dato, vedtaget. Uden fast rækkefølge.';
comment on column ud.milepael.plan_id is 'Planens id.';
comment on column ud.milepael.indikator_id is 'Indikatorens nummer.';
comment on column ud.milepael.dato is 'Den dag, milepælen skal være nået: månedens sidste dag.';
comment on column ud.milepael.procent is 'Milepælen i procent.';
comment on column ud.milepael.slutmaal is 'Sand, når planen kalder den slutmål eller har den i sin målkolonne.';
comment on column ud.milepael.vedtaget is 'Hvornår milepælen blev vedtaget; tom: fra planens begyndelse. En periode dømmes efter det, der var vedtaget på dens sidste dag.';

comment on table ud.periode is 'De perioder, der er opgjort. Én række pr. periode. Nøgle: periodetype, periode. Uden fast rækkefølge.';
comment on column ud.periode.periodetype is 'maaned, kvartal eller rullende12 (de tolv måneder, der slutter med måneden).';
comment on column ud.periode.periode is 'Periodens navn, fx 2021-04 eller 2021-K2.';
comment on column ud.periode.foerste_dag is 'Periodens første dag.';
comment on column ud.periode.sidste_dag is 'Periodens sidste dag.';
comment on column ud.periode.opgjort_pr is 'Opgørelsesdagen: periodens sidste dag, eller leverancens dato, hvis den er tidligere.';
comment on column ud.periode.foreloebig is 'Sand, når perioden ikke var slut, da data blev trukket.';

comment on table ud.indikator_raekke is 'Grundlaget for resultaterne. Én række pr. målt enhed og periode. Nøgle: plan_id, indikator_id, kilde, periodetype, periode, enhed_id. Uden fast rækkefølge.';
comment on column ud.indikator_raekke.plan_id is 'Planens id.';
comment on column ud.indikator_raekke.indikator_id is 'Indikatorens nummer.';
comment on column ud.indikator_raekke.kilde is 'Kilden til udfaldet: dubu, sofus, tilsyn eller spoergeskema.';
comment on column ud.indikator_raekke.periodetype is 'maaned, kvartal eller rullende12.';
comment on column ud.indikator_raekke.periode is 'Periodens navn. En måned og de tolv måneder, der slutter med den, har samme navn: vælg altid også periodetype.';
comment on column ud.indikator_raekke.enhed_id is 'Enhedens id: fx underretningens, undersøgelsens eller indsatsens; et møde er sag og dato.';
comment on column ud.indikator_raekke.sag_id is 'Sagens id; tom for en underretning uden sag.';
comment on column ud.indikator_raekke.team_id is 'Teamet, der havde sagen på referencedatoen; UKENDT, når det ikke kan ses; tom for spørgeskemasvar.';
comment on column ud.indikator_raekke.raadgiver_id is 'Rådgiveren, der havde sagen på referencedatoen.';
comment on column ud.indikator_raekke.team_siden is 'Hvornår teamet overtog sagen; tom, når det ikke bygger på sagsfordelingen.';
comment on column ud.indikator_raekke.startdato is 'For frister: den dag, fristen løber fra. For 7.7: indsatsens start. Ellers tom.';
comment on column ud.indikator_raekke.referencedato is 'Den dag, der afgør, hvilket team enheden hører til; aldrig efter opgørelsesdagen.';
comment on column ud.indikator_raekke.frist_dato is 'Fristen; for 7.7 senest næste opfølgningsmøde. Ellers tom.';
comment on column ud.indikator_raekke.haendelsesdato is 'Den dag, det skete eller blev gjort; for 7.7 det seneste møde. Ellers tom.';
comment on column ud.indikator_raekke.udfald is 'opfyldt, ikke_opfyldt, undtaget eller afventer.';
comment on column ud.indikator_raekke.aarsag is 'Kun ved ikke_opfyldt: for_sent (gjort efter fristen; ved 7.7: fristen er passeret, også når mødet mangler), mangler (ikke dokumenteret) eller indhold (dokumenteret, men ikke som krævet).';

comment on table ud.indikator_resultat is 'Resultaterne. Én række pr. indikator, kilde, periode og team; ALLE er hele afdelingen. Nøgle: plan_id, indikator_id, kilde, periodetype, periode, team_id. Uden fast rækkefølge.';
comment on column ud.indikator_resultat.plan_id is 'Planens id.';
comment on column ud.indikator_resultat.indikator_id is 'Indikatorens nummer.';
comment on column ud.indikator_resultat.kilde is 'Kilden: dubu, sofus, tilsyn eller spoergeskema.';
comment on column ud.indikator_resultat.periodetype is 'maaned, kvartal eller rullende12.';
comment on column ud.indikator_resultat.periode is 'Periodens navn. En måned og de tolv måneder, der slutter med den, har samme navn: vælg altid også periodetype.';
comment on column ud.indikator_resultat.team_id is 'Teamet; ALLE er hele afdelingen, UKENDT er enheder uden team.';
comment on column ud.indikator_resultat.taeller is 'Antal opfyldte.';
comment on column ud.indikator_resultat.naevner is 'Antal opfyldte og ikke opfyldte.';
comment on column ud.indikator_resultat.undtaget is 'Antal undtagne; tæller ikke med i værdien.';
comment on column ud.indikator_resultat.afventer is 'Antal, hvor fristen endnu ikke er kommet; tæller ikke med i værdien.';
comment on column ud.indikator_resultat.vaerdi is 'Andel i procent, uafrundet: 100 * taeller / naevner. Tom uden nævner.';
comment on column ud.indikator_resultat.ki_nedre is 'Nedre grænse i procent af et 95 %-interval (Wilson).';
comment on column ud.indikator_resultat.ki_oevre is 'Øvre grænse i procent af et 95 %-interval (Wilson).';
comment on column ud.indikator_resultat.milepael_procent is 'Milepælen, der gælder: den seneste dateret senest periodens sidste dag, i procent.';
comment on column ud.indikator_resultat.milepael_dato is 'Datoen for milepælen, der gælder.';
comment on column ud.indikator_resultat.naeste_procent is 'Næste milepæl i procent.';
comment on column ud.indikator_resultat.naeste_dato is 'Datoen for næste milepæl.';
comment on column ud.indikator_resultat.afstand_pp is 'Værdien minus milepælen, i procentpoint.';
comment on column ud.indikator_resultat.status is 'ingen_data, uden_milepael, foer_foerste_milepael, foran (også næste milepæl er nået; usikker siger ikke, hvor sikkert det er), naaet eller ikke_naaet.';
comment on column ud.indikator_resultat.usikker is 'Sand, når der er for få til at konkludere: under 5, eller milepælen ligger inden for intervallet. Gælder alene milepael_procent, ikke den næste milepæl.';
comment on column ud.indikator_resultat.foreloebig is 'Sand, når perioden ikke var slut, da data blev trukket.';

comment on table ud.fristliste is 'Frister, der er åbne på den rapporterede periodes opgørelsesdag. Én række pr. indikator og enhed. Nøgle: plan_id, indikator_id, enhed_id. Uden fast rækkefølge.';
comment on column ud.fristliste.plan_id is 'Planens id.';
comment on column ud.fristliste.indikator_id is 'Indikatorens nummer.';
comment on column ud.fristliste.enhed_id is 'Enhedens id.';
comment on column ud.fristliste.sag_id is 'Sagens id; tom for en underretning uden sag.';
comment on column ud.fristliste.team_id is 'Teamet, der har sagen på opgørelsesdagen.';
comment on column ud.fristliste.raadgiver_id is 'Rådgiveren, der har sagen på opgørelsesdagen.';
comment on column ud.fristliste.startdato is 'Den dag, fristen løber fra.';
comment on column ud.fristliste.frist_dato is 'Fristen.';
comment on column ud.fristliste.tilstand is 'overskredet eller kommende.';
comment on column ud.fristliste.dage is 'Antal dage mellem fristen og opgørelsesdagen; aldrig negativt.';

comment on table ud.leverance is 'Leverancerne (udtræk fra DUBU). Én række pr. leverance. Nøgle: leverance_id. Uden fast rækkefølge.';
comment on column ud.leverance.leverance_id is 'Leverancens id.';
comment on column ud.leverance.udtraeksdato is 'Den dag, data blev trukket.';
comment on column ud.leverance.indlaest_tidspunkt is 'Hvornår leverancen blev indlæst.';
comment on column ud.leverance.indhold_sha256 is 'Fingeraftryk af leverancens indhold.';

comment on table ud.leverance_fil is 'Rækkeregnskab. Én række pr. leverance og fil: laest = accepteret + dubletter + karantaene. Nøgle: leverance_id, extract. Uden fast rækkefølge.';
comment on column ud.leverance_fil.leverance_id is 'Leverancens id.';
comment on column ud.leverance_fil.extract is 'Filens navn uden endelse.';
comment on column ud.leverance_fil.sha256 is 'Fingeraftryk af filen.';
comment on column ud.leverance_fil.laest is 'Antal rækker læst.';
comment on column ud.leverance_fil.accepteret is 'Antal rækker, der tæller med.';
comment on column ud.leverance_fil.dubletter is 'Antal rækker magen til en tidligere række i filen.';
comment on column ud.leverance_fil.karantaene is 'Antal rækker i karantæne.';
comment on column ud.leverance_fil.advarsler is 'Antal accepterede rækker med mindst én advarsel.';

comment on table ud.karantaene is 'Fejl i rækker, der er sat i karantæne. Én række pr. fejl; rækkernes indhold bliver i arbejdsmappen. Ingen nøgle: en linje kan have flere fejl. Uden fast rækkefølge.';
comment on column ud.karantaene.leverance_id is 'Leverancens id.';
comment on column ud.karantaene.extract is 'Filens navn uden endelse.';
comment on column ud.karantaene.linje is 'Linjenummer i filen; overskriften er linje 1.';
comment on column ud.karantaene.kolonne is 'Kolonnen med fejlen; tom, når den gælder hele rækken.';
comment on column ud.karantaene.aarsag is 'Hvorfor rækken er sat i karantæne.';

comment on table ud.opgoerelse is 'Hvad denne fil indeholder, og hvornår den er lavet. Én række.';
comment on column ud.opgoerelse.plan_id is 'Planens id.';
comment on column ud.opgoerelse.periode is 'Den periode, der er rapporteret.';
comment on column ud.opgoerelse.periodetype is 'maaned eller kvartal.';
comment on column ud.opgoerelse.foerste_dag is 'Periodens første dag.';
comment on column ud.opgoerelse.sidste_dag is 'Periodens sidste dag.';
comment on column ud.opgoerelse.opgjort_pr is 'Opgørelsesdagen.';
comment on column ud.opgoerelse.foreloebig is 'Sand, når perioden ikke var slut, da data blev trukket.';
comment on column ud.opgoerelse.udtraeksdato is 'Leverancens dato.';
comment on column ud.opgoerelse.leverance_id is 'Leverancens id.';
comment on column ud.opgoerelse.program_version is 'Programmets version.';

comment on table ud.bemaerkning is 'Forbehold, som rapporterne siger. Én række pr. forbehold. Nøgle: nr. Uden fast rækkefølge.';
comment on column ud.bemaerkning.nr is 'Rækkefølge.';
comment on column ud.bemaerkning.tekst is 'Forbeholdet.';
