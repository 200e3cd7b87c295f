-- one row per month and step: where on the ladder of measures the open cases stand
create view ud.indsatstrappe as
with
aktive as (
    select
        periode.periode as maaned,
        indsatser.sag_id,
        indsatser.indsats_id,
        indsatser.indsatstrin as trin,
        max(indsatser.indsatstrin) over (partition by periode.periode, indsatser.sag_id) as hoejeste
    from periode
    inner join indsatser on indsatser.start_dato <= periode.opgjort_pr
    inner join sager on indsatser.sag_id = sager.sag_id
    where
        periode.periodetype = 'maaned'
        and indsatser.indsatstrin is not null
        and aktiv_paa(
            indsatser.start_dato,
            indsatser.slut_dato,
            indsatser.bortfaldet_dato,
            sager.lukket_dato,
            periode.opgjort_pr
        )
),

alle_trin as (
    select
        periode.periode as maaned,
        trin.trin
    from periode
    cross join (select unnest([1, 2, 3, 4, 5]) as trin) as trin
    where periode.periodetype = 'maaned'
)

select
    alle_trin.maaned,
    alle_trin.trin,
    count(distinct aktive.sag_id) filter (where aktive.hoejeste = alle_trin.trin) as sager,
    count(aktive.indsats_id) as indsatser
from alle_trin
left join aktive on alle_trin.maaned = aktive.maaned and alle_trin.trin = aktive.trin
group by alle_trin.maaned, alle_trin.trin
order by alle_trin.maaned, alle_trin.trin;

comment on view ud.indsatstrappe is 'Hvor på indsatstrappen står sagerne ved månedens slutning? Åbne sager med en indsats i gang, som har et trin. Nøgle: maaned, trin. Sorteret efter maaned og trin.';
comment on column ud.indsatstrappe.maaned is 'Måneden (åååå-mm); opgjort på dens sidste dag eller, hvis den er tidligere, leverancens dato.';
comment on column ud.indsatstrappe.trin is 'Trin på indsatstrappen, 1 til 5.';
comment on column ud.indsatstrappe.sager is 'Antal sager, hvor det er det højeste trin. En sag tæller én gang pr. måned.';
comment on column ud.indsatstrappe.indsatser is 'Antal indsatser i gang på trinnet.';
