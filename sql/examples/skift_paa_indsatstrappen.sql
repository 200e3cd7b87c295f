-- én række pr. skift fra et trin til et andet
-- Spørgsmål: Hvordan flyttede sagerne sig på indsatstrappen de seneste tolv måneder?
-- Læs: Antal skift. fra_trin er tom, når ingen indsats var i gang før; til_trin, når ingen er i gang efter.
select
    skift.retning,
    skift.fra_trin,
    skift.til_trin,
    count(*) as skift,
    count(distinct skift.sag_id) as sager
from indsatstrappe_skift as skift
cross join om
where skift.dato > (om.opgjort_pr - to_months(12))::date
group by skift.retning, skift.fra_trin, skift.til_trin
order by skift.retning, skift.fra_trin, skift.til_trin;
