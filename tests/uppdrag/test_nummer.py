"""Paragraferna numreras genom året."""

from gns.uppdrag.nummer import nästa_nummer, paragrafnummerfel
from tests.uppdrag.hjalp import bok, paragraf, repots_bok

FEB, MAJ, DEC = "2021-02-08", "2021-05-03", "2021-12-06"


def fel(möten, hel=True):
    return [(id_, f.fältväg, f.text, f.råd) for _, id_, f in paragrafnummerfel(bok(möten, hel=hel))]


def test_nya_nummer_hela_året_och_om_igen_nästa_år():
    assert fel({FEB: [paragraf(1)], MAJ: [paragraf(2)], "2022-02-01": [paragraf(1)]}) == []


def test_samma_nummer_i_två_möten_sägs_en_gång_per_möte():
    möten = {FEB: [paragraf(1), paragraf(2), paragraf(3)], MAJ: [paragraf(4), paragraf(2), paragraf(3), paragraf(1)]}
    råd = "numren löper genom året: nästa lediga är § 5"
    assert fel(möten) == [(MAJ, ("paragrafer", 1, "nr"), "§ 2 och 2 till finns redan i mötet 2021-02-08", råd)]
    tre = {FEB: [paragraf(1)], MAJ: [paragraf(1), paragraf(2)], DEC: [paragraf(1), paragraf(2)]}
    assert [(id_, text) for id_, _, text, _ in fel(tre)] == [
        (MAJ, "§ 1 finns redan i mötet 2021-02-08"),
        (DEC, "§ 1 finns redan i mötet 2021-02-08"),
        (DEC, "§ 2 finns redan i mötet 2021-05-03"),
    ]


def test_i_en_del_av_arkivet_sägs_inget():
    assert fel({FEB: [paragraf(1)], MAJ: [paragraf(1)]}, hel=False) == []


def test_nästa_lediga_nummer():
    assert nästa_nummer(bok({FEB: [paragraf(7), paragraf(3)], "2020-12-18": [paragraf(26)]}), 2021) == 8
    assert nästa_nummer(repots_bok(), 2020) == 27
    assert nästa_nummer(repots_bok(), 2021) == 1
