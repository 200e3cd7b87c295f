-- one macro per type: text as delivered -> typed value, or null when it does not parse
-- Every cast is guarded by a full match first: the engine itself takes 1-2-2024, the year 24 and the year 0.

-- Whether a text is a day, perhaps with a time of day, and not of the year 0. A day first has a blank before the
-- time; ISO may have a T as well. The clock may have points for colons.
create or replace temp macro er_dag(tekst) as regexp_full_match(
    tekst,
    '(?:[0-9]{2}-[0-9]{2}-(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])(?: '
    || '(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?'
    || '|\.[0-5][0-9](?:\.[0-5][0-9](?:[.,][0-9]{1,9})?)?))?'
    || '|(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}(?:[ T]'
    || '(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?'
    || '|\.[0-5][0-9](?:\.[0-5][0-9](?:[.,][0-9]{1,9})?)?))?)'
);

create or replace temp macro iso_dag(tekst) as case
    when substr(tekst, 3, 1) = '-' then substr(tekst, 7, 4) || substr(tekst, 3, 4) || substr(tekst, 1, 2)
    else substr(tekst, 1, 10)
end;

-- A time of day as the engine takes it: two-digit hours, colons, a point before the fraction.
create or replace temp macro klokken(tid) as case
    when regexp_full_match(tid, '[0-9]{2}:[0-9]{2}(?::[0-9]{2})?') then tid
    else
        lpad(regexp_extract(tid, '^[0-9]+'), 2, '0')
        || regexp_replace(
            replace(regexp_replace(tid, '^[0-9]+[:.]([0-9]{2})[:.]?([0-9]{0,2})', ':\1:\2'), ',', '.'),
            ':$', ':00'
        )
end;

create or replace temp macro som_dato(tekst) as case
    when er_dag(tekst) then try_cast(iso_dag(tekst) as date)
end;

create or replace temp macro som_tidspunkt(tekst) as case
    when er_dag(tekst)
        then try_cast(
            case
                when length(tekst) = 10 then iso_dag(tekst)
                else iso_dag(tekst) || ' ' || klokken(substr(tekst, 12))
            end as timestamp
        )
end;

-- What systems without a date write in its place: a day of zeros, or a spreadsheet's nought.
create or replace temp macro nuldag(tekst) as regexp_full_match(
    tekst, '(?:00-00-0000|0000-00-00|00-01-1900|1900-01-00)(?:[ T][0:.,]+)?|0(?:[.,]0+)?|0{8}|0{14}'
);

-- A day outside what can be meant is a system's word for nothing. The value stands once: a macro's argument is
-- written out, and planned, wherever it is named.
create or replace temp macro inden_for(vaerdi, fra, til) as list_filter(
    [vaerdi], lambda v: v >= fra and v < til
)[1];

create or replace temp macro har_klokkeslaet(tekst, vaerdi) as case
    when vaerdi is not null then length(tekst) > 10
end;

create or replace temp macro som_bool(tekst) as case
    when lower(tekst) in ('j', 'ja', 'true', 'sand', 'yes', 'x', '1', '-1') then true
    when lower(tekst) in ('n', 'nej', 'false', 'falsk', 'no', '0') then false
    when regexp_full_match(tekst, '-?1[.,]0') then true
    when regexp_full_match(tekst, '0[.,]0') then false
end;

create or replace temp macro som_maaned(tekst) as case
    when regexp_full_match(tekst, '(?:199[0-9]|20[0-9]{2})-(?:0[1-9]|1[0-2])') then tekst
end;

create or replace temp macro som_tekst(tekst) as tekst;

-- What headings, codes and some free text compare by: case, ae/oe/aa and the blanks, hyphens and
-- underscores between words make no difference.
create or replace temp macro foldet(tekst) as regexp_replace(
    replace(replace(replace(lower(nfc_normalize(tekst)), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'),
    '[\s\p{Z}\p{Pd}_]+', '_', 'g'
);

-- Whether one point in time lies before another: by the clock where both are known to the minute, else by day.
create or replace temp macro foer(tidligst, tidligst_paa_klokken, senest, senest_paa_klokken) as case
    when tidligst_paa_klokken and senest_paa_klokken then tidligst < senest
    else cast(tidligst as date) < cast(senest as date)
end;
