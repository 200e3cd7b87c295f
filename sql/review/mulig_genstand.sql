-- one row per object that a frame names; who answers for its case is asked of the day referencedato
create or replace temp table mulig_genstand (
    genstand_type varchar not null,
    genstand_id varchar not null,
    sag_id varchar not null,
    genstand_dato date not null,
    -- where it is another day than the object's own
    referencedato date,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per such object, in the form that the rule of who answers for a case asks for
create or replace temp view genstand_med_dag as
select
    * exclude (referencedato),
    coalesce(referencedato, genstand_dato) as referencedato,
    false as har_eget_team
from mulig_genstand;
