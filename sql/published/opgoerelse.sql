-- what the published file is: one row; and the remarks that reports state

create table ud.opgoerelse as
select
    $plan_id as plan_id,
    $periode as periode,
    $periodetype as periodetype,
    $foerste_dag::date as foerste_dag,
    $sidste_dag::date as sidste_dag,
    $opgjort_pr::date as opgjort_pr,
    $foreloebig as foreloebig,
    udtraeksdato,
    leverance_id,
    $program_version as program_version,
    $sql_sha256 as sql_sha256,
    $udtraek_sha256 as udtraek_sha256
from lev.main.leverance;

-- one row per remark
create table ud.bemaerkning as
select
    nr,
    tekst
from lev.main.bemaerkning;
