-- a case out of the store: its objects with their answers and agreements; its number out of others' words

-- one row per object of the case, or that a row of it is known by
create or replace temp table glemt_genstand as
select
    traekning_id,
    genstand_type,
    genstand_id
from gennemgang.traekning_genstand
where sag_id = $sag_id;

delete from gennemgang.besvarelse
where (traekning_id, genstand_type, genstand_id) in (
    select (g.traekning_id, g.genstand_type, g.genstand_id) from glemt_genstand as g
);

delete from gennemgang.aftale
where sag_id = $sag_id;

update gennemgang.traekning_genstand set traekkes_for = null
where (traekning_id, genstand_type, traekkes_for) in (
    select (g.traekning_id, g.genstand_type, g.genstand_id) from glemt_genstand as g
);

delete from gennemgang.traekning_genstand
where sag_id = $sag_id;

update gennemgang.besvarelse set
    bemaerkning = regexp_replace(bemaerkning, $ord, $maske, 'g'),
    aftale = regexp_replace(aftale, $ord, $maske, 'g')
where $ord <> '';

update gennemgang.aftale set
    tekst = regexp_replace(tekst, $ord, $maske, 'g'),
    lukket_bemaerkning = regexp_replace(lukket_bemaerkning, $ord, $maske, 'g')
where $ord <> '';

update gennemgang.indmelding set
    noegle = regexp_replace(noegle, $ord, $maske, 'g'),
    vaerdi = regexp_replace(vaerdi, $ord, $maske, 'g')
where $ord <> '';
