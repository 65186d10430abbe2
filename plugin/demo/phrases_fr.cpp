// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/phrases.h"

namespace wordbrush::demo {

namespace {

// clang-format off
constexpr Phrases french[] = {
    {Action::BlackAndWhite,
     "noir et blanc, noir & blanc, noir-et-blanc, n&b, niveaux de gris, nuances de gris, "
     "monochrome"},
    {Action::Sepia,
     "sépia, sepia, tons sépia, tons sepia, effet vieille photo, style vieille photo, "
     "effet photo ancienne, style photo ancienne, style rétro, style retro, effet rétro, "
     "effet retro, aspect ancien"},
    {Action::Warmer,
     "plus chaud, plus chaude, plus chauds, plus chaudes, réchauffer, rechauffer, réchauffe, "
     "rechauffe, réchauffez, rechauffez, couleurs chaudes, teintes chaudes, tons chauds, "
     "moins froid, moins froide, moins froids, moins froides"},
    {Action::Cooler,
     "plus froid, plus froide, plus froids, plus froides, refroidir, refroidis, refroidissez, "
     "couleurs froides, teintes froides, tons froids, moins chaud, moins chaude, "
     "moins chauds, moins chaudes"},
    {Action::Invert,
     "inverser, inversez, inverser les couleurs, inverse les couleurs, inversez les couleurs, "
     "inverse la couleur, couleurs inversées, couleurs inversees, négatif, negatif, "
     "en négatif, en negatif"},
    {Action::Brighter,
     "plus clair, plus claire, plus clairs, plus claires, éclaircir, eclaircir, éclaircis, "
     "eclaircis, éclaircissez, eclaircissez, plus lumineux, plus lumineuse, plus lumineuses, "
     "plus de lumière, plus de lumiere, plus de luminosité, plus de luminosite, "
     "augmenter la luminosité, augmenter la luminosite, augmente la luminosité, "
     "augmente la luminosite, augmentez la luminosité, augmentez la luminosite, moins sombre, "
     "moins sombres, moins foncé, moins fonce, moins foncée, moins foncee, moins foncés, "
     "moins fonces, moins foncées, moins foncees"},
    {Action::Darker,
     "plus sombre, plus sombres, plus foncé, plus fonce, plus foncée, plus foncee, "
     "plus foncés, plus fonces, plus foncées, plus foncees, assombrir, assombris, "
     "assombrissez, foncer, plus obscur, plus obscure, moins clair, moins claire, "
     "moins clairs, moins claires, moins lumineux, moins lumineuse, moins lumineuses, "
     "moins de lumière, moins de lumiere, moins de luminosité, moins de luminosite, "
     "baisser la luminosité, baisser la luminosite, baisse la luminosité, "
     "baisse la luminosite, baissez la luminosité, baissez la luminosite, "
     "réduire la luminosité, reduire la luminosite, réduis la luminosité, "
     "reduis la luminosite, réduisez la luminosité, reduisez la luminosite, "
     "diminuer la luminosité, diminuer la luminosite, diminue la luminosité, "
     "diminue la luminosite, diminuez la luminosité, diminuez la luminosite"},
    {Action::MoreContrast,
     "contraste, plus de contraste, plus de contrastes, plus contrasté, plus contraste, "
     "plus contrastée, plus contrastee, plus contrastés, plus contrastes, plus contrastées, "
     "plus contrastees, contraster, contrastez, augmenter le contraste, "
     "augmente le contraste, augmentez le contraste, renforcer le contraste, "
     "renforce le contraste, renforcez le contraste, accentuer le contraste, "
     "accentue le contraste, accentuez le contraste"},
    {Action::LessContrast,
     "moins de contraste, moins de contrastes, moins contrasté, moins contraste, "
     "moins contrastée, moins contrastee, moins contrastés, moins contrastes, "
     "moins contrastées, moins contrastees, baisser le contraste, baisse le contraste, "
     "baissez le contraste, réduire le contraste, reduire le contraste, réduis le contraste, "
     "reduis le contraste, réduisez le contraste, reduisez le contraste, "
     "diminuer le contraste, diminue le contraste, diminuez le contraste, "
     "adoucir le contraste, adoucis le contraste, adoucissez le contraste, "
     "atténuer le contraste, attenuer le contraste, atténue le contraste, "
     "attenue le contraste, atténuez le contraste, attenuez le contraste"},
    {Action::MoreColorful,
     "plus coloré, plus colore, plus colorée, plus coloree, plus colorés, plus colores, "
     "plus colorées, plus colorees, plus de couleurs, plus vif, plus vive, plus vifs, "
     "plus vives, couleurs vives, couleurs éclatantes, couleurs eclatantes, saturation, "
     "saturer, saturez, plus de saturation, plus saturé, plus sature, plus saturée, "
     "plus saturee, plus saturés, plus satures, plus saturées, plus saturees, "
     "augmenter la saturation, augmente la saturation, augmentez la saturation, raviver, "
     "ravive, ravivez"},
    {Action::LessColorful,
     "moins coloré, moins colore, moins colorée, moins coloree, moins colorés, moins colores, "
     "moins colorées, moins colorees, moins de couleur, moins de couleurs, moins vif, "
     "moins vive, moins vifs, moins vives, moins de saturation, moins saturé, moins sature, "
     "moins saturée, moins saturee, moins saturés, moins satures, moins saturées, "
     "moins saturees, désaturer, desaturer, désature, desature, désaturez, desaturez, "
     "désaturé, désaturée, desaturee, baisser la saturation, baisse la saturation, "
     "baissez la saturation, réduire la saturation, reduire la saturation, "
     "réduis la saturation, reduis la saturation, réduisez la saturation, "
     "reduisez la saturation, diminuer la saturation, diminue la saturation, "
     "diminuez la saturation, plus terne, plus ternes, plus pâle, plus pale, plus pâles, "
     "plus pales, couleurs pâles, couleurs pales, couleurs ternes, atténuer les couleurs, "
     "attenuer les couleurs, atténue les couleurs, attenue les couleurs, "
     "atténuez les couleurs, attenuez les couleurs"},
    {Action::Blur,
     "flou, floue, flous, floues, flouter, floute, floutez, flouté, floutée, floutee, "
     "plus flou, plus floue, plus flous, plus floues, rendre flou, adoucir, adoucis, "
     "adoucissez, estomper, estompe, estompez, moins net, moins nette, moins nets, "
     "moins nettes, moins de netteté, moins de nettete"},
    {Action::Sharpen,
     "netteté, nettete, plus net, plus nette, plus nets, plus nettes, plus de netteté, "
     "plus de nettete, rendre net, accentuer la netteté, accentuer la nettete, "
     "accentue la netteté, accentue la nettete, accentuez la netteté, accentuez la nettete, "
     "moins flou, moins floue, moins flous, moins floues"},
    {Action::Posterize,
     "postériser, posteriser, postérise, posterise, postérisez, posterisez, postérisé, "
     "postérisée, posterisee, postérisation, posterisation, comme une affiche, façon affiche, "
     "facon affiche, style affiche, effet affiche, style poster, effet poster"},
    {Action::Night,
     "nuit, la nuit, de nuit, scène de nuit, scene de nuit, en pleine nuit, nocturne"},
    {Action::FlipSides,
     "retourner, retourne, retournez, image retournée, image retournee, photo retournée, "
     "photo retournee, retourner horizontalement, retourne horizontalement, "
     "retournez horizontalement, inverser horizontalement, inverse horizontalement, "
     "inversez horizontalement, retournement horizontal, en miroir, effet miroir, "
     "miroir horizontal, gauche-droite, gauche droite"},
    {Action::FlipUpsideDown,
     "à l’envers, a l’envers, à l'envers, a l'envers, tête en bas, tete en bas, "
     "sens dessus dessous, retourner verticalement, retourne verticalement, "
     "retournez verticalement, inverser verticalement, inverse verticalement, "
     "inversez verticalement, retournement vertical, miroir vertical, haut-bas"},
    {Action::Pixelate,
     "pixéliser, pixeliser, pixélise, pixelise, pixélisez, pixelisez, pixélisé, pixélisée, "
     "pixelisee, pixelliser, pixellise, pixellisez, pixellisé, pixellisée, pixellisee, "
     "pixélisation, pixelisation, gros pixels, effet mosaïque, effet mosaique"},
    {Action::Sketch,
     "croquis, esquisse, esquisser, au crayon, dessin au crayon, crayonné, crayonne"},
};
// clang-format on

}  // namespace

std::span<const Phrases> french_phrases() {
  return french;
}

}  // namespace wordbrush::demo
