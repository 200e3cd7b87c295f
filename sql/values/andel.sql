-- one row per cell of a share: those that did, in percent of those judged
insert into opgjort by name
with talt as (
    select
        celle_nr,
        opfyldt as taeller,
        opfyldt + ikke_opfyldt as naevner
    from celle
    where vaerditype = 'andel'
)

select
    celle_nr,
    taeller,
    naevner,
    100.0::double * taeller / nullif(naevner, 0) as vaerdi,
    wilson_nedre(taeller, naevner) as ki_nedre,
    wilson_oevre(taeller, naevner) as ki_oevre,
    naevner > 0 as maalt,
    naevner as antal,
    null::double as varians
from talt;
