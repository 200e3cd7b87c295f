-- one row per month: the department's open cases and how many each caseworker has
select
    maaned,
    aabne_sager,
    sager_pr_raadgiver
from sagstal
where team_id = 'ALLE'
order by maaned;
