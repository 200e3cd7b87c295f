-- one macro per rule that the views share

create macro ud.kvartal(dag) as (
    strftime(dag, '%Y') || '-K' || quarter(dag)
);
comment on function ud.kvartal is 'kvartal(dag): kvartalets navn, fx 2021-K2.';

-- completed years; somebody born on 29 February has a birthday on the 28th where there is no 29th
create macro ud.alder(foedselsdato, dag) as (
    case
        when foedselsdato::date is null or foedselsdato::date > dag then null
        when (foedselsdato::date + to_years((year(dag::date) - year(foedselsdato::date))::integer))::date <= dag
            then year(dag::date) - year(foedselsdato::date)
        else year(dag::date) - year(foedselsdato::date) - 1
    end
);
comment on function ud.alder is 'alder(foedselsdato, dag): alder i hele år på en dag; tom før fødslen.';

create macro ud.aktiv_paa(start_dato, slut_dato, bortfaldet_dato, lukket_dato, dag) as (
    coalesce(
        start_dato <= dag
        and (slut_dato is null or slut_dato > dag)
        and (bortfaldet_dato is null or bortfaldet_dato > dag)
        and (lukket_dato is null or lukket_dato > dag),
        false
    )
);
comment on function ud.aktiv_paa is 'aktiv_paa(start_dato, slut_dato, bortfaldet_dato, lukket_dato, dag): sand, når en indsats er i gang på en dag, og sagen er åben.';
