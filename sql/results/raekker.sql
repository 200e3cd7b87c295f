-- one row per measured unit and period

-- one row per unit and day it counts on, with who answered for it
create temp table ansvar as
select
    $plan_id as plan_id,
    indikator_id,
    kilde,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    team_siden,
    startdato,
    referencedato,
    frist_dato,
    haendelsesdato,
    udfald,
    aarsag,
    dokumenteret_dato,
    aarsag_dokumenteret,
    periodedag,
    opgjort_pr
from med_ansvar('bedoemmelse');

drop table bedoemmelse;

-- by the day it belongs to, and by the day it was made up on: both with the period's own horizon
create temp view raekke as
with paa_dag as (
    select
        ansvar.* exclude (opgjort_pr, periodedag),
        periodedag.periodetype,
        periodedag.periode,
        periodedag.opgjort_pr
    from ansvar
    inner join periodedag on ansvar.periodedag = periodedag.dag
    union all by name
    select
        ansvar.* exclude (opgjort_pr, periodedag),
        periode.periodetype,
        periode.periode,
        periode.opgjort_pr
    from ansvar
    inner join ud.periode as periode on ansvar.opgjort_pr = periode.opgjort_pr
)

select
    plan_id,
    indikator_id,
    kilde,
    periodetype,
    periode,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    team_siden,
    startdato,
    referencedato,
    frist_dato,
    case when haendelsesdato <= opgjort_pr then haendelsesdato end as haendelsesdato,
    udfald,
    case
        when udfald <> 'ikke_opfyldt' then null
        when aarsag is not null then aarsag
        when dokumenteret_dato <= opgjort_pr then aarsag_dokumenteret
        else 'mangler'
    end as aarsag
from paa_dag;

-- survey answers are published without the team they came from
create table ud.indikator_raekke as
select * replace (case when kilde <> 'spoergeskema' then team_id end as team_id)
from raekke;
