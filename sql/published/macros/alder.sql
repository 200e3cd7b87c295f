-- one value: completed years on a day
-- (somebody born on 29 February has a birthday on the 28th where there is no 29th)
create macro ud.alder(foedselsdato, dag) as (
    case
        when foedselsdato::date is null or foedselsdato::date > dag then null
        when (foedselsdato::date + to_years((year(dag::date) - year(foedselsdato::date))::integer))::date <= dag
            then year(dag::date) - year(foedselsdato::date)
        else year(dag::date) - year(foedselsdato::date) - 1
    end
);
