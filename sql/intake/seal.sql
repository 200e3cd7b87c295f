-- one row: the delivery; then its files' counts, its remarks and its messages
insert into lev.leverance
select
    $leverance_id as leverance_id,
    $udtraeksdato as udtraeksdato,
    $indlaest_tidspunkt as indlaest_tidspunkt,
    $indhold_sha256 as indhold_sha256,
    $definition_sha256 as definition_sha256;

insert into lev.bemaerkning
select
    t.nr,
    t.tekst
from unnest($bemaerkninger::varchar[]) with ordinality as t (tekst, nr);

insert into lev.besked
select
    t.nr,
    t.tekst
from unnest($beskeder::varchar[]) with ordinality as t (tekst, nr);
