-- én række pr. kvartal
-- Spørgsmål: Flytter pengene sig fra anbringelse til forebyggelse?
-- Læs: Beløb i kroner. Forebyggelse er § 11, stk. 3, § 52 og aflastning. Procent er af de to tilsammen.
select
    kvartal,
    sum(beloeb) filter (where kategori <> 'anbringelse') as forebyggelse,
    sum(beloeb) filter (where kategori = 'anbringelse') as anbringelse,
    round(100 * forebyggelse::double / sum(beloeb)::double, 1) as forebyggelse_procent
from udgifter_maaned
where kategori <> 'uden_indsats'
group by kvartal
order by kvartal desc;
