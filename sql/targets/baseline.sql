-- one row per cell of an indicator held against what it was before the plan's
-- work took hold; each value kind has its own way to tell a change from chance
insert into vurdering by name
with holdt_op as (
    select
        celle.celle_nr,
        celle.serie_nr,
        celle.team_id,
        celle.vaerditype,
        celle.art,
        serie.baseline_slut,
        case when serie.retning = 'faldende' then -1 else 1 end as fortegn,
        planperiode.plan_id,
        planperiode.sidste_dag,
        planperiode.dage,
        planperiode.foreloebig,
        -- a year is held against the twelve months that end with the baseline's
        case
            when planperiode.periodetype = 'aar' then 'rullende12'
            else planperiode.periodetype
        end as basistype,
        opgjort.* exclude (celle_nr)
    from celle
    inner join opgjort on celle.celle_nr = opgjort.celle_nr
    inner join serie on celle.serie_nr = serie.serie_nr
    inner join planperiode on celle.periode_nr = planperiode.periode_nr
    where celle.maaltype = 'baseline' and celle.gruppe is null
),

basis as (
    select
        celle.serie_nr,
        celle.team_id,
        planperiode.plan_id,
        planperiode.periodetype,
        planperiode.periode,
        planperiode.sidste_dag,
        planperiode.dage,
        opgjort.* exclude (celle_nr)
    from celle
    inner join opgjort on celle.celle_nr = opgjort.celle_nr
    inner join planperiode on celle.periode_nr = planperiode.periode_nr
    where
        celle.maaltype = 'baseline' and celle.gruppe is null and opgjort.maalt
),

-- what happens is counted per day, and per day and exposed; what stands on a
-- day does not grow with the period's length
par as (
    select
        nu.celle_nr,
        nu.vaerditype,
        nu.fortegn,
        nu.sidste_dag,
        nu.baseline_slut,
        nu.foreloebig,
        nu.maalt,
        nu.antal,
        nu.taeller,
        nu.vaerdi,
        nu.ki_nedre,
        nu.ki_oevre,
        nu.varians,
        case
            when nu.art = 'beholdning' then coalesce(nu.naevner, 1)
            else nu.dage * coalesce(nu.naevner, 1)
        end as eksponering,
        basis.periode as periode0,
        basis.antal as antal0,
        basis.taeller as taeller0,
        basis.naevner as naevner0,
        basis.vaerdi as vaerdi0,
        basis.ki_nedre as ki_nedre0,
        basis.ki_oevre as ki_oevre0,
        basis.varians as varians0,
        case
            when nu.art = 'beholdning' then coalesce(basis.naevner, 1)
            else basis.dage * coalesce(basis.naevner, 1)
        end as eksponering0
    from holdt_op as nu
    left join basis
        on
            nu.serie_nr = basis.serie_nr
            and nu.team_id = basis.team_id
            and nu.plan_id = basis.plan_id
            and nu.basistype = basis.periodetype
            and nu.baseline_slut = basis.sidste_dag
),

-- what each way of comparing would say; a kind takes its own below
maader as (
    select
        *,
        welch_bredde(varians, antal, varians0, antal0) as bredde,
        100 * (
            rateforhold(taeller, eksponering, taeller0, eksponering0) - 1
        ) as pct,
        100 * (
            rateforhold_nedre(taeller, eksponering, taeller0, eksponering0) - 1
        ) as pct_nedre,
        100 * (
            rateforhold_oevre(taeller, eksponering, taeller0, eksponering0) - 1
        ) as pct_oevre
    from par
),

forskelle as (
    select
        *,
        case
            when vaerditype in ('antal', 'rate') then pct
            when vaerditype = 'sum' and foreloebig then null
            else vaerdi - vaerdi0
        end as forskel,
        case vaerditype
            when 'andel'
                then newcombe_nedre(vaerdi, ki_nedre, vaerdi0, ki_oevre0)
            when 'gennemsnit' then vaerdi - vaerdi0 - bredde
            when 'antal' then pct_nedre
            when 'rate' then pct_nedre
        end as forskel_nedre,
        case vaerditype
            when 'andel'
                then newcombe_oevre(vaerdi, ki_oevre, vaerdi0, ki_nedre0)
            when 'gennemsnit' then vaerdi - vaerdi0 + bredde
            when 'antal' then pct_oevre
            when 'rate' then pct_oevre
        end as forskel_oevre
    from maader
),

-- a median's change has no interval: it is told when the two intervals lie
-- apart
retninger as (
    select
        *,
        case
            when vaerditype = 'median' and ki_nedre > ki_oevre0 then 1
            when vaerditype = 'median' and ki_oevre < ki_nedre0 then -1
            when forskel_nedre > 0 then 1
            when forskel_oevre < 0 then -1
            else 0
        end as aendring,
        case
            when sidste_dag < baseline_slut then 'foer_baseline'
            when sidste_dag = baseline_slut then 'baseline'
            when periode0 is null then 'baseline_mangler'
        end as uden_aendring
    from forskelle
),

vurderet as (
    select
        *,
        case
            when not maalt then 'ingen_data'
            when uden_aendring is not null then uden_aendring
            when vaerditype in ('sum', 'fordeling') then 'uden_vurdering'
            when aendring = 0 then 'ikke_til_at_skelne'
            when aendring = fortegn then 'bedre'
            else 'daarligere'
        end as status
    from retninger
),

afgjort as (
    select
        *,
        status in (
            'bedre', 'daarligere', 'ikke_til_at_skelne', 'uden_vurdering'
        ) as sammenlignet
    from vurderet
)

select
    celle_nr,
    status,
    sammenlignet and (
        status = 'ikke_til_at_skelne' or antal < 5 or antal0 < 5
    ) as usikker,
    case when sammenlignet then periode0 end as baseline_periode,
    case when sammenlignet then vaerdi0 end as baseline_vaerdi,
    case when sammenlignet then naevner0 end as baseline_naevner,
    case when sammenlignet then forskel end as forskel,
    case when sammenlignet then forskel_nedre end as forskel_nedre,
    case when sammenlignet then forskel_oevre end as forskel_oevre
from afgjort;
