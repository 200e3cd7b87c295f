-- the store as it was known on $dag: what was drawn, read back and agreed later goes
delete from gennemgang.traekning
where trukket_tidspunkt::date > $dag::date;

delete from gennemgang.traekning_maalepunkt
where traekning_id not in (select t.traekning_id from gennemgang.traekning as t);

delete from gennemgang.traekning_stratum
where traekning_id not in (select t.traekning_id from gennemgang.traekning as t);

delete from gennemgang.traekning_genstand
where traekning_id not in (select t.traekning_id from gennemgang.traekning as t);

update gennemgang.traekning_genstand set
    tilstand = 'ude',
    udgaaet_aarsag = null,
    udgaaet_dato = null
where udgaaet_dato > $dag::date;

delete from gennemgang.besvarelse
where
    indlaest_tidspunkt::date > $dag::date
    or traekning_id not in (select t.traekning_id from gennemgang.traekning as t);

delete from gennemgang.aftale
where
    oprettet_dato > $dag::date
    or traekning_id not in (select t.traekning_id from gennemgang.traekning as t);

update gennemgang.aftale set
    lukket_dato = null,
    lukket_bemaerkning = null
where lukket_dato > $dag::date;

delete from gennemgang.indmelding
where indlaest_tidspunkt::date > $dag::date;
