-- one row per delivery and file
create view ud.datakvalitet as
select
    leverance.udtraeksdato,
    fil.leverance_id,
    fil.extract,
    fil.laest,
    fil.accepteret,
    fil.dubletter,
    fil.karantaene,
    fil.advarsler,
    100.0::double * fil.karantaene / nullif(fil.laest, 0) as karantaene_procent,
    100.0::double * fil.advarsler / nullif(fil.accepteret, 0) as advarsler_procent
from leverance_fil as fil
inner join leverance on fil.leverance_id = leverance.leverance_id
order by leverance.udtraeksdato, fil.leverance_id, fil.extract;

comment on view ud.datakvalitet is 'Hvor meget af hver leverance kunne bruges? laest = accepteret + dubletter + karantaene. Nøgle: leverance_id, extract. Sorteret efter udtraeksdato, leverance_id og extract.';
comment on column ud.datakvalitet.udtraeksdato is 'Den dag, data blev trukket.';
comment on column ud.datakvalitet.leverance_id is 'Leverancens id.';
comment on column ud.datakvalitet.extract is 'Filens navn uden endelse.';
comment on column ud.datakvalitet.laest is 'Antal rækker læst.';
comment on column ud.datakvalitet.accepteret is 'Antal rækker, der tæller med.';
comment on column ud.datakvalitet.dubletter is 'Antal rækker magen til en tidligere række i filen.';
comment on column ud.datakvalitet.karantaene is 'Antal rækker i karantæne.';
comment on column ud.datakvalitet.advarsler is 'Antal accepterede rækker med mindst én advarsel.';
comment on column ud.datakvalitet.karantaene_procent is 'Rækker i karantæne i procent af de læste.';
comment on column ud.datakvalitet.advarsler_procent is 'Rækker med advarsel i procent af de accepterede.';
