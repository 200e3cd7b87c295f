-- one row per underretning from a professional that a BFU or a measure followed in the months after, when they
-- are over (told by the delivery's date is told)
with fulgt as (
    select
        underretning.underretning_id,
        plus_maaneder(underretning.modtaget_dag, $maaneder) as dato
    from underretning
    inner join undersoegelser as bfu on underretning.sag_id = bfu.sag_id
    where
        bfu.startet_dato
        between underretning.modtaget_dag and plus_maaneder(underretning.modtaget_dag, $maaneder)
    union
    select
        underretning.underretning_id,
        plus_maaneder(underretning.modtaget_dag, $maaneder) as dato
    from underretning
    inner join indsats on underretning.sag_id = indsats.sag_id
    where
        indsats.afgoerelse_dato
        between underretning.modtaget_dag and plus_maaneder(underretning.modtaget_dag, $maaneder)
        and not indsats.afgjort_foer_sagen
)

insert into enhed_haendelse by name
select
    underretning.underretning_id as enhed_id,
    underretning.sag_id,
    underretning.team_id as egen_team_id,
    underretning.raadgiver_id as egen_raadgiver_id,
    fulgt.dato,
    coalesce(
        underretning.tilbagemelding_dato
        between underretning.modtaget_dag and getvariable('udtraeksdato')::date,
        false
    ) as opfyldt,
    'mangler' as aarsag
from underretning
inner join fulgt on underretning.underretning_id = fulgt.underretning_id
where underretning.underretter_type = 'fagperson'
