-- one macro per kind of number: text as delivered -> number, or null when it does not parse
-- A decimal is read in one of two ways, which is chosen per column (decimals.sql).

-- A table with gaps writes its whole numbers as 3.0 or 3,0.
create or replace temp macro uden_nul(tekst) as regexp_replace(tekst, '^(-?[0-9]+)[.,]0{1,2}$', '\1');

create or replace temp macro som_heltal(tekst) as case
    when regexp_full_match(tekst, '-?[0-9]+') then try_cast(tekst as integer)
    when regexp_full_match(tekst, '-?[0-9]+[.,]0{1,2}') then try_cast(uden_nul(tekst) as integer)
end;

create or replace temp macro som_tal(tekst) as try_cast(tekst as integer);

-- An amount's digits with its minus in front and plain blanks between them, without kroner; null when it is no
-- amount. At most one minus, before or after.
create or replace temp macro beloeb_tekst(tekst) as case
    when regexp_full_match(tekst, '-?[0-9]+(?:[.,][0-9]+)*') then tekst
    when
        regexp_full_match(
            tekst,
            '(?i)(?:kr\.?|dkk|[-\x{2212}\s\p{Z}])*[0-9](?:[0-9.,\s\p{Z}]*[0-9])?(?:kr\.?|dkk|[-\x{2212}\s\p{Z}])*'
        ) and length(regexp_replace(tekst, '[^-\x{2212}]', '', 'g')) <= 1
        then
            case when regexp_matches(tekst, '[-\x{2212}]') then '-' else '' end
            || regexp_replace(regexp_extract(tekst, '[0-9](?:[0-9.,\s\p{Z}]*[0-9])?'), '[\s\p{Z}]', ' ', 'g')
end;

-- Commas are decimal, points and blanks part thousands.
create or replace temp macro tal_med_komma(tal) as regexp_full_match(
    tal, '-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,[0-9]+)?'
);

-- Points are decimal, blanks part thousands.
create or replace temp macro tal_med_punkt(tal) as regexp_full_match(
    tal, '-?(?:[0-9]+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:\.[0-9]+)?'
);

create or replace temp macro som_decimal_komma(tekst) as case
    when tal_med_komma(beloeb_tekst(tekst))
        then try_cast(
            replace(replace(replace(beloeb_tekst(tekst), '.', ''), ' ', ''), ',', '.') as decimal(18, 4)
        )
end;

-- Points for thousands, and no decimals in the whole column: the same reading.
create or replace temp macro tal_med_tusind(tal) as tal_med_komma(tal);

create or replace temp macro som_decimal_tusind(tekst) as som_decimal_komma(tekst);

create or replace temp macro som_decimal_punkt(tekst) as case
    when tal_med_punkt(beloeb_tekst(tekst))
        then try_cast(replace(beloeb_tekst(tekst), ' ', '') as decimal(18, 4))
end;

-- Whether every point of a text stands before exactly three digits.
create or replace temp macro punkter_foer_tre(tal) as
regexp_full_match(tal, '[^.]*(?:\.[0-9]{3}(?:[^.0-9][^.]*)?)*');

-- Whether a column's texts hold a decimal comma, a point, and a point that parts no thousands.
create or replace temp macro tegn_i_tal(tal) as struct_pack(
    komma := coalesce(bool_or(contains(tal, ',')), false),
    punkt := coalesce(bool_or(contains(tal, '.')), false),
    decimalpunkt := coalesce(bool_or(not punkter_foer_tre(tal)), false)
);
