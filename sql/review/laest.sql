-- one row per case read after a day, or drawn for another round since then and still to be read
create or replace temp table laest as
select sag_id
from tilsynssvar
where gennemgaaet_dato > $siden
union
select genstand.sag_id
from gennemgang.besvarelse as besvarelse
inner join gennemgang.traekning_genstand as genstand
    on
        besvarelse.traekning_id = genstand.traekning_id
        and besvarelse.genstand_type = genstand.genstand_type
        and besvarelse.genstand_id = genstand.genstand_id
where besvarelse.gennemgaaet_dato > $siden
union
select genstand.sag_id
from gennemgang.traekning_genstand as genstand
inner join gennemgang.traekning as traekning on genstand.traekning_id = traekning.traekning_id
where
    genstand.rolle = 'trukket'
    and genstand.tilstand = 'ude'
    and traekning.til_dato > $siden
    and (traekning.plan_id, traekning.tema_id, traekning.periode)
    is distinct from ($plan_id, $tema_id, $periode);
