-- én række pr. kvartal
-- Spørgsmål: Flytter pengene sig fra anbringelse til forebyggelse?
-- Læs: Beløb i kroner. Forebyggelse er § 11, stk. 3, § 52 og aflastning. Procent er af de to tilsammen.
--   Er bogfoerte_maaneder under 3, er kvartalet ikke fuldt bogført.
with bogfoert as (
    select
        kvartal,
        count(distinct maaned) as bogfoerte_maaneder
    from udgifter_maaned
    group by kvartal
)

select
    u.kvartal,
    bogfoert.bogfoerte_maaneder,
    sum(u.beloeb) filter (where u.kategori <> 'anbringelse') as forebyggelse,
    sum(u.beloeb) filter (where u.kategori = 'anbringelse') as anbringelse,
    round(100 * forebyggelse::double / sum(u.beloeb)::double, 1) as forebyggelse_procent
from udgifter_maaned as u
inner join bogfoert on u.kvartal = bogfoert.kvartal
where u.kategori <> 'uden_indsats'
group by u.kvartal, bogfoert.bogfoerte_maaneder
order by u.kvartal desc;
