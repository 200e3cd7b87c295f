-- one row per indicator and unit with an open deadline: those past it, and those it is still to come for

create view ud.forsinkede_sager as
select
    f.indikator_id,
    indikator.titel,
    indikator.enhed,
    f.enhed_id,
    f.sag_id,
    f.team_id,
    coalesce(teams.navn, f.team_id) as team_navn,
    f.raadgiver_id,
    f.startdato,
    f.frist_dato,
    f.dage as dage_over
from fristliste as f
inner join indikator on f.plan_id = indikator.plan_id and f.indikator_id = indikator.indikator_id
left join teams on f.team_id = teams.team_id
where f.tilstand = 'overskredet'
order by f.frist_dato, f.indikator_id, f.enhed_id;

comment on view ud.forsinkede_sager is 'Hvilke frister er overskredet og stadig åbne på opgørelsesdagen? Nøgle: indikator_id, enhed_id. Sorteret efter frist_dato, ældste først.';
comment on column ud.forsinkede_sager.indikator_id is 'Indikatorens nummer.';
comment on column ud.forsinkede_sager.titel is 'Indikatorens navn.';
comment on column ud.forsinkede_sager.enhed is 'Hvad enheden er, fx underretning.';
comment on column ud.forsinkede_sager.enhed_id is 'Enhedens id.';
comment on column ud.forsinkede_sager.sag_id is 'Sagens id; tom for en underretning uden sag.';
comment on column ud.forsinkede_sager.team_id is 'Teamet, der har sagen på opgørelsesdagen.';
comment on column ud.forsinkede_sager.team_navn is 'Teamets navn.';
comment on column ud.forsinkede_sager.raadgiver_id is 'Rådgiveren, der har sagen på opgørelsesdagen.';
comment on column ud.forsinkede_sager.startdato is 'Den dag, fristen løber fra.';
comment on column ud.forsinkede_sager.frist_dato is 'Fristen.';
comment on column ud.forsinkede_sager.dage_over is 'Antal dage fra fristen til opgørelsesdagen.';

create view ud.kommende_frister as
select
    f.indikator_id,
    indikator.titel,
    indikator.enhed,
    f.enhed_id,
    f.sag_id,
    f.team_id,
    coalesce(teams.navn, f.team_id) as team_navn,
    f.raadgiver_id,
    f.startdato,
    f.frist_dato,
    f.dage as dage_tilbage
from fristliste as f
inner join indikator on f.plan_id = indikator.plan_id and f.indikator_id = indikator.indikator_id
left join teams on f.team_id = teams.team_id
where f.tilstand = 'kommende'
order by f.frist_dato, f.indikator_id, f.enhed_id;

comment on view ud.kommende_frister is 'Hvilke frister kommer snart? Åbne frister, der ikke er overskredet på opgørelsesdagen. Nøgle: indikator_id, enhed_id. Sorteret efter frist_dato, nærmeste først.';
comment on column ud.kommende_frister.indikator_id is 'Indikatorens nummer.';
comment on column ud.kommende_frister.titel is 'Indikatorens navn.';
comment on column ud.kommende_frister.enhed is 'Hvad enheden er, fx underretning.';
comment on column ud.kommende_frister.enhed_id is 'Enhedens id.';
comment on column ud.kommende_frister.sag_id is 'Sagens id; tom for en underretning uden sag.';
comment on column ud.kommende_frister.team_id is 'Teamet, der har sagen på opgørelsesdagen.';
comment on column ud.kommende_frister.team_navn is 'Teamets navn.';
comment on column ud.kommende_frister.raadgiver_id is 'Rådgiveren, der har sagen på opgørelsesdagen.';
comment on column ud.kommende_frister.startdato is 'Den dag, fristen løber fra.';
comment on column ud.kommende_frister.frist_dato is 'Fristen.';
comment on column ud.kommende_frister.dage_tilbage is 'Antal dage fra opgørelsesdagen til fristen.';
