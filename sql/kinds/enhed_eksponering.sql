-- one row per unit that a rate is held against, and day it was exposed
create temp table enhed_eksponering (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    opgjort_pr date not null
);
