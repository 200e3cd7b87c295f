-- one row per indicator that reads what the delivery did not bring
create temp table uopgjort_indikator (
    plan_id varchar not null,
    indikator_id varchar not null,
    grund varchar not null
);
