-- én række pr. kvartal
-- Spørgsmål: Hvor længe varer en børnefaglig undersøgelse, og hvor mange er færdige inden fire måneder?
-- Læs: Afsluttede undersøgelser, ikke de afbrudte. Tiden regnes fra den dag, kommunen blev opmærksom.
select
    kvartal(bfu.afsluttet_dato) as kvartal,
    count(*) as afsluttet,
    median(bfu.afsluttet_dato - coalesce(bfu.opmaerksom_dato, bfu.startet_dato)) as median_dage,
    count(*) filter (
        where
        bfu.afsluttet_dato <= (coalesce(bfu.opmaerksom_dato, bfu.startet_dato) + to_months(4))::date
    ) as inden_fire_maaneder,
    round(100 * inden_fire_maaneder / afsluttet, 1) as procent
from undersoegelser as bfu
cross join om
where bfu.afsluttet_dato <= om.opgjort_pr and bfu.afslutning is distinct from 'afbrudt'
group by kvartal(bfu.afsluttet_dato)
order by kvartal desc;
