-- one row per underretning that was a case's last, within so many months, before a decision made in the window
with afgoerelser as (
    select
        sag_id,
        afgoerelse_dato
    from indsats_52
    where
        afgoerelse_dato between $fra_dato and $til_dato
        and not afgjort_foer_sagen
        and list_bool_or(list_transform($paragraffer::varchar[], lambda p: paragraf_begynder(paragraf, p)))
)

insert into mulig_genstand by name
select distinct
    'underretning' as genstand_type,
    underretning.underretning_id as genstand_id,
    afgoerelser.sag_id,
    underretning.modtaget_dag as genstand_dato,
    -- a case read through is answered for by those who hold it now
    $til_dato::date as referencedato,
    underretning.team_id as egen_team_id,
    underretning.raadgiver_id as egen_raadgiver_id
from afgoerelser
inner join underretning
    on
        afgoerelser.sag_id = underretning.sag_id
        and underretning.modtaget_dag
        between plus_maaneder(afgoerelser.afgoerelse_dato, -$maaneder) and afgoerelser.afgoerelse_dato
qualify
    row_number() over (
        partition by afgoerelser.sag_id, afgoerelser.afgoerelse_dato
        order by
            date_trunc('minute', underretning.modtaget_tidspunkt) desc,
            underretning.underretning_id desc
    ) = 1
