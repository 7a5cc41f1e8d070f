"""Fördelningen: vad var och en betalar, och allt som behövs för att räkna om det för hand (design § 7)."""

from collections.abc import Sequence
from fractions import Fraction

from gns.dokument.fordelningsvy import DelningVy, DelVy, FördelningVy, JämförelseVy, JämförVy, NyckelVy, StödVy, TakVy
from gns.fordelning.fordela import ÖRE, Del, Fördelning, Till
from gns.fordelning.initiativ import Delning
from gns.modell.bok import Bok
from gns.modell.initiativ import Externt, Initiativ, KöpSälj, Tak
from gns.modell.namnd import Part
from gns.modell.nyckel import Budgetomslutning, Elevantal, Nyckel, Nytta, Överenskommen

Par = tuple[Delning, Delning | None]


def bygg_fördelning(
    bok: Bok,
    par: Sequence[Par],
    nyckel: str,
    *,
    år_valt: bool = False,
    utan_belopp: bool = False,
    parter_valda: bool = False,
) -> FördelningVy:
    """Redovisningen av delningarna, var och en med den den jämförs med."""
    parter = {p.id: p for p in bok.nämnd.parter}
    alla = [d.underlag for ett in par for d in ett if d]
    första = par[0][0].underlag
    return FördelningVy(
        organ=bok.nämnd.namn,
        år=första.år,
        år_valt=år_valt,
        fördelningsnyckel=nyckel,
        nyckel=nyckelvy(första.nyckel, första.post),
        exempeldata=any(u.exempeldata for u in alla),
        delar_av_året=any(d.underlag.delar_av_året for d, _ in par),
        utan_belopp=utan_belopp,
        parter_valda=parter_valda,
        fördelningar=tuple(_delning(parter, d, jämförd) for d, jämförd in par),
    )


def nyckelvy(namn: str, n: Nyckel | None) -> NyckelVy:
    """Nyckeln som den redovisas; lika delar och vikter ur kommandot har bara sitt namn."""
    if n is None or isinstance(n, Nytta):
        return NyckelVy(namn, None, None, None, None, None, None, n.beslut if n else None, exempeldata=False)
    ny = n.uppdatering if isinstance(n, Elevantal) else None
    källa = ny.källa if ny else n.källa
    return NyckelVy(
        namn,
        n.benämning if isinstance(n, Överenskommen) else None,
        n.definition if isinstance(n, Budgetomslutning) else None,
        n.mätt or None,
        str(ny.mätdag) if ny else None,
        n.enhet,
        str(källa) if källa else None,
        n.beslut,
        n.exempeldata,
    )


def _delning(parter: dict[str, Part], d: Delning, jämförd: Delning | None) -> DelningVy:
    f, ett = d.fördelning, d.initiativ
    delar = tuple(_del(parter, d, i) for i in range(len(d.underlag.vikter)))
    summa = _summa(d)
    köp = ett if isinstance(ett, KöpSälj) else None
    return DelningVy(
        namn=d.namn or None,
        slag=ett.typ if ett else None,
        beslut=ett.beslut if ett else None,
        dnr=str(ett.dnr) if ett and ett.dnr else None,
        belopp_öre=f.belopp_öre if f else None,
        stöd_öre=d.stöd_öre,
        stöd=stödvyer(ett),
        fördelningsnyckel=d.underlag.nyckel,
        nyckel=nyckelvy(d.underlag.nyckel, d.underlag.post),
        enhet=f.enhet if f else "krona",
        viktenhet=köp.enhet if köp else None,
        tak=tuple(TakVy(parter[t.part].namn, t.högst, t.beslut) for t in _tak(d)),
        rest_sätt="till" if f and isinstance(f.sätt, Till) else str(f.sätt) if f else "fördela",
        rest_till=parter[f.sätt.part].namn if f and isinstance(f.sätt, Till) else None,
        delar=delar,
        vikt_summa=sum((v for v in d.underlag.som_vikter().values()), Fraction(0)),
        summa_öre=summa,
        januari_öre=sum(d.före.delar.values()) if d.före else None,
        rest_öre=f.rest if f else 0,
        över=f.över if f else 0,
        säljare=parter[d.säljare].namn if d.säljare else None,
        säljare_öre=-f.belopp_öre if d.säljare and f else None,
        jämförelse=_jämförelse(parter, d, jämförd) if jämförd else None,
    )


def stödvyer(ett: Initiativ | None) -> tuple[StödVy, ...]:
    """Stödet till ett externt finansierat initiativ; inget för de andra."""
    stöd = ett.stöd if isinstance(ett, Externt) else ()
    return tuple(StödVy(s.från, s.belopp.öre if s.belopp else None, s.tillstånd) for s in stöd)


def _tak(d: Delning) -> tuple[Tak, ...]:
    return () if d.initiativ is None or isinstance(d.initiativ, KöpSälj) else d.initiativ.tak


def _del(parter: dict[str, Part], d: Delning, i: int) -> DelVy:
    v = d.underlag.vikter[i]
    vikter = d.underlag.som_vikter()
    en = _egen(d.fördelning, v.part)
    före = _egen(d.före, v.part)
    steg = ÖRE[d.fördelning.enhet] if d.fördelning else 1
    motiv = {a.part: a.motiv for a in d.underlag.post.andelar} if isinstance(d.underlag.post, Nytta) else {}
    return DelVy(
        part=v.part,
        namn=parter[v.part].namn,
        orgnr=parter[v.part].orgnr,
        vikt=v.värde,
        egen_vikt=v.egen,
        månader=v.månader,
        andel=Fraction(vikter[v.part], sum(vikter.values(), Fraction(0))),
        kvot=en.kvot if en else None,
        hela_öre=en.hela * steg if en else None,
        rest=en.rest if en else None,
        ordning=en.ordning if en else None,
        udda=en.udda if en else 0,
        tak=en.tak if en else False,
        belopp_öre=en.belopp_öre if en else None,
        januari_öre=före.belopp_öre if före else None,
        skillnad_öre=en.belopp_öre - före.belopp_öre if en and före else None,
        motiv=motiv.get(v.part),
    )


def _egen(f: Fördelning | None, part: str) -> Del | None:
    return next((d for d in f.alla if d.part == part), None) if f else None


def _jämförelse(parter: dict[str, Part], d: Delning, annan: Delning) -> JämförelseVy:
    a, b = _andelar(d), _andelar(annan)
    ordning = [p for p in parter if p in a or p in b]
    return JämförelseVy(
        nyckelvy(annan.underlag.nyckel, annan.underlag.post),
        annan.underlag.år,
        annan.fördelning.belopp_öre if annan.fördelning else None,
        d.fördelning is not None and annan.fördelning is not None,
        tuple(_jämförd((p, parter[p].namn), (a.get(p), b.get(p)), (_belopp(d, p), _belopp(annan, p))) for p in ordning),
        _jämförd(("", "Summa"), (Fraction(1), Fraction(1)), (_summa(d), _summa(annan))),
    )


def _jämförd(
    part: tuple[str, str], andelar: tuple[Fraction | None, Fraction | None], ören: tuple[int | None, int | None]
) -> JämförVy:
    """Raden för parten (id, namn), ur andelarna och örena här och där."""
    andel, jämförd_andel = (a or Fraction(0) for a in andelar)
    nu, då = ören
    if nu is None or då is None:
        mot = Fraction(andel - jämförd_andel, jämförd_andel) if jämförd_andel else None
        return JämförVy(*part, andel, jämförd_andel, None, None, None, mot)
    mot = Fraction(nu - då, abs(då)) if då else None
    return JämförVy(*part, andel, jämförd_andel, nu, då, nu - då, mot)


def _andelar(d: Delning) -> dict[str, Fraction]:
    vikter = d.underlag.som_vikter()
    return {p: Fraction(v, sum(vikter.values(), Fraction(0))) for p, v in vikter.items()}


def _belopp(d: Delning, part: str) -> int | None:
    """Partens belopp, noll för den som inte deltar; None när beloppet inte är känt."""
    return d.fördelning.delar.get(part, 0) if d.fördelning else None


def _summa(d: Delning) -> int | None:
    return sum(d.fördelning.delar.values()) if d.fördelning else None


def som_json(vy: FördelningVy, ensam: bool) -> dict[str, object]:
    """Redovisningen som json: en ensam delning ligger direkt i roten."""
    huvud = {k: v for k, v in vy._asdict().items() if k not in ("fördelningar", "organ")}
    if not ensam:
        return {**huvud, "fördelningar": vy.fördelningar}
    return {**huvud, **{k: v for k, v in vy.fördelningar[0]._asdict().items() if k not in huvud}}
