-- one row per referral
insert into enhed_frist by name
select
    henvisning_id as enhed_id,
    sag_id,
    henvist_dato as startdato,
    plus_dage(henvist_dato, $dage) as frist_dato,
    igangsat_dato as udfoert_dato,
    bortfaldet_dato
from ventetider
