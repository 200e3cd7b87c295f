-- one row per municipality and share that units can be counted for: where it lies in the country's funnel
create view ud.tragten as
with
andele as (
    select
        r.*,
        i.plan,
        i.titel,
        i.orden,
        i.retning = 'faldende' and r.kilde <> 'tilsyn' as faldende
    from resultat as r
    inner join indikator as i using (plan_id, indikator_id, definition)
    where r.antal > 0 and r.opfyldt_mindst is not null
),

-- of a hidden count the middle of its bounds: no more than 1.5 off
land as (
    select
        plan_id,
        indikator_id,
        definition,
        kilde,
        count(*) as kommuner,
        sum((opfyldt_mindst + opfyldt_hoejst) / 2) / sum(antal) as andel
    from andele
    group by plan_id, indikator_id, definition, kilde
),

lagt as (
    select
        a.*,
        l.kommuner,
        l.andel,
        tragt_placering(100 * a.opfyldt_mindst / a.antal, l.andel, a.antal)
            as mindst,
        tragt_placering(100 * a.opfyldt_hoejst / a.antal, l.andel, a.antal)
            as hoejst
    from andele as a
    inner join land as l using (plan_id, indikator_id, definition, kilde)
)

select
    kommune_id,
    plan_id,
    indikator_id,
    definition,
    kilde,
    plan,
    titel,
    kommuner,
    antal,
    100 * opfyldt_mindst / antal as procent_mindst,
    100 * opfyldt_hoejst / antal as procent_hoejst,
    100 * andel as landet,
    tragt_nedre(andel, antal, 1.959963984540054) as nedre_95,
    tragt_oevre(andel, antal, 1.959963984540054) as oevre_95,
    tragt_nedre(andel, antal, 3.090232306167813) as nedre_998,
    tragt_oevre(andel, antal, 3.090232306167813) as oevre_998,
    -- of two on the same side the one that says less
    case
        when mindst like 'over%' then mindst
        when hoejst like 'under%' then hoejst
        when mindst = 'inden_for' and hoejst = 'inden_for' then 'inden_for'
        else 'kan_ikke_siges'
    end as placering,
    faldende
from lagt
order by plan_id, orden, definition, kilde, kommune_id;
