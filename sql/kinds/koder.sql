-- one macro per word of the extracts or a plan that means more than its letters

-- names given in plans compare with those of the extracts without regard to case and separators
create temp macro som_navn(tekst) as (
    regexp_replace(lower(tekst), '[\s_-]+', '_', 'g')
);

-- the family was seen: met, visited or spoken with, and not only written about or waited for
create temp macro er_set(form) as (
    form in ('moede', 'telefon', 'besoeg')
);

-- an activity of the kinds given; where none are, one that maps the network
create temp macro er_netvaerksarbejde(undertype, undertyper) as (
    list_contains(
        coalesce(undertyper::varchar[], ['genogram', 'netvaerkskort', 'netvaerkscirkel']), undertype
    )
);

-- leaders and others hold no caseload and have no rhythm of sparring
create temp macro er_raadgiver(rolle) as (
    coalesce(rolle, 'raadgiver') not in ('leder', 'andet')
);

-- a section of the law compares without its sign and the blanks around it
create temp macro paragraf_begynder(paragraf, begyndelse) as (
    starts_with(regexp_replace(paragraf, '^[§\s\p{Z}]+', ''), begyndelse)
);

-- a case review answer enters a share unless its case was picked out, or it is a second reader's
create temp macro indgaar_i_andel(udvaelgelse, genlaesning) as (
    udvaelgelse is distinct from 'kriterier' and not coalesce(genlaesning, false)
);

-- why an answer other than yes is no yes
create temp macro svar_aarsag(svar) as (
    case when svar = 'kan_ikke_ses' then 'mangler' else 'indhold' end
);
