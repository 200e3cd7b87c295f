def tilfoej(navn, kolonner, raekker, dialekt, dato):
    return [dialekt.skilletegn.join(r) for r in raekker]
