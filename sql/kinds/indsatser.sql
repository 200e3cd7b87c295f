-- what several units ask of measures: when they began and were over, and how they were followed up

-- one row per measure: when it began (a family that moves in does not arrive overdue) and when it was over
create temp view indsats as
select
    indsatser.indsats_id,
    indsatser.sag_id,
    indsatser.paragraf,
    indsatser.kategori,
    indsatser.tilbud,
    indsatser.leverandoer_type,
    indsatser.afgoerelse_dato,
    indsatser.start_dato,
    indsatser.slut_dato,
    indsatser.slut_aarsag,
    indsatser.bortfaldet_dato,
    indsatser.anbringelsessted,
    indsatser.indsatstrin,
    indsatser.opfoelgning_maaneder,
    indsatser.plan_paakraevet,
    case
        when indsatser.start_dato is not null then greatest(indsatser.start_dato, sager.oprettet_dato)
    end as begin_dato,
    least(indsatser.slut_dato, indsatser.bortfaldet_dato, sager.lukket_dato) as ende_dato,
    -- decided elsewhere, before the family came: no decision of this municipality
    coalesce(indsatser.afgoerelse_dato < sager.oprettet_dato, false) as afgjort_foer_sagen
from indsatser
inner join sager on indsatser.sag_id = sager.sag_id;

-- one row per measure the contract calls "52"
create temp view indsats_52 as
select *
from indsats
where kategori in ('forebyggende_52', 'aflastning', 'anbringelse');

-- one row per early measure (section 11, 3) begun and not over before it began
create temp view tidlig_indsats as
select *
from indsats
where kategori = 'forebyggende_11_3' and begin_dato is not null and (slut_dato is null or slut_dato >= begin_dato);

-- one row per measure and day made up on, when it is active that day
create temp view aktiv_indsats as
select
    opgoerelsesdag.opgjort_pr,
    indsats.*
from indsats
inner join opgoerelsesdag on er_aktiv(indsats.begin_dato, indsats.ende_dato, opgoerelsesdag.opgjort_pr);

-- one row per follow-up of a measure: those that name it, and those of its case that name none on a day it is active
create temp view indsats_opfoelgning as
select
    indsats.indsats_id,
    opfoelgning.dato,
    opfoelgning.form
from indsats
inner join opfoelgninger as opfoelgning on indsats.indsats_id = opfoelgning.indsats_id
where opfoelgning.form <> 'udeblevet'
union all
select
    indsats.indsats_id,
    opfoelgning.dato,
    opfoelgning.form
from indsats
inner join opfoelgninger as opfoelgning
    on
        indsats.sag_id = opfoelgning.sag_id
        and opfoelgning.dato >= indsats.begin_dato
        and (indsats.slut_dato is null or indsats.slut_dato >= opfoelgning.dato)
where opfoelgning.indsats_id is null and opfoelgning.form <> 'udeblevet';

-- one row per measure and day the family was seen about it
create temp view indsats_set as
select distinct
    indsats_id,
    dato
from indsats_opfoelgning
where er_set(form);
