-- the counts of the published rounds: drawn = read + eliminated + missing, with the reserves drawn since
insert into ud.tilsyn_stratum by name
select
    stratum.traekning_id,
    genstand.plan_id,
    stratum.team_id,
    stratum.raadgiver_id,
    stratum.ramme,
    stratum.trukket as antal,
    count(*) filter (where genstand.rolle = 'trukket') as trukket,
    count(*) filter (where genstand.er_laest) as laest,
    count(*) filter (where genstand.tilstand = 'udgaaet') as udgaaet,
    count(*) filter (where genstand.rolle = 'trukket' and genstand.tilstand = 'ude' and not genstand.er_laest)
        as mangler
from gennemgang.traekning_stratum as stratum
inner join ud.tilsyn_genstand as genstand
    on
        stratum.traekning_id = genstand.traekning_id
        and stratum.team_id = genstand.team_id
        and (stratum.raadgiver_id is null or stratum.raadgiver_id = genstand.raadgiver_id)
group by all;

with rundens_tal as (
    select
        traekning_id,
        sum(trukket) as trukket,
        sum(laest) as laest,
        sum(udgaaet) as udgaaet,
        sum(mangler) as mangler
    from ud.tilsyn_stratum
    group by traekning_id
)

insert into ud.tilsyn_traekning by name
select
    traekning.traekning_id,
    traekning.plan_id,
    traekning.tema_id,
    traekning.periode,
    traekning.nr,
    traekning.udvaelgelse,
    traekning.enhed,
    traekning.fra_dato,
    traekning.til_dato,
    traekning.udtraeksdato,
    traekning.indhold_sha256,
    traekning.seed,
    traekning.genlaes_andel,
    traekning.ramme,
    traekning.antal,
    traekning.udeladt_laest,
    traekning.udeladt_uden_raadgiver,
    traekning.trukket_tidspunkt,
    talt.trukket,
    talt.laest,
    talt.udgaaet,
    talt.mangler
from gennemgang.traekning as traekning
inner join rundens_tal as talt on traekning.traekning_id = talt.traekning_id;
