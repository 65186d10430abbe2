// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/phrases.h"

namespace wordbrush::demo {

namespace {

// clang-format off
constexpr Phrases portuguese[] = {
    {Action::BlackAndWhite,
     "preto e branco, preto & branco, preto-e-branco, p&b, p/b, pb, tons de cinza, "
     "escala de cinza, escala de cinzas, níveis de cinza, niveis de cinza, monocromático, "
     "monocromatico, monocromática, monocromatica"},
    {Action::Sepia,
     "sépia, sepia, tom sépia, tom sepia, tons sépia, tons sepia, efeito foto antiga, "
     "estilo foto antiga, estilo antigo, aspecto antigo, estilo retrô, estilo retro, "
     "efeito retrô, efeito retro"},
    {Action::Warmer,
     "mais quente, mais quentes, mais cálido, mais calido, mais cálida, mais calida, "
     "mais cálidos, mais calidos, mais cálidas, mais calidas, cores quentes, tons quentes, "
     "aquecer as cores, aqueça as cores, aqueca as cores, esquentar as cores, menos frio, "
     "menos fria, menos frios, menos frias"},
    {Action::Cooler,
     "mais frio, mais fria, mais frios, mais frias, cores frias, tons frios, esfriar, esfrie, "
     "resfriar, resfrie, menos quente, menos quentes"},
    {Action::Invert,
     "inverter, inverta, inverte, invertido, invertida, inverter as cores, inverta as cores, "
     "inverte as cores, cores invertidas, negativo, em negativo"},
    {Action::Brighter,
     "mais claro, mais clara, mais claros, mais claras, clarear, clareie, clareia, "
     "mais luminoso, mais luminosa, mais brilhante, mais brilhantes, mais brilho, mais luz, "
     "mais iluminado, mais iluminada, aumentar o brilho, aumente o brilho, aumenta o brilho, "
     "menos escuro, menos escura, menos escuros, menos escuras"},
    {Action::Darker,
     "mais escuro, mais escura, mais escuros, mais escuras, escurecer, escureça, escureca, "
     "escurece, escurecido, escurecida, mais sombrio, mais sombria, menos claro, menos clara, "
     "menos claros, menos claras, menos brilho, menos luz, diminuir o brilho, "
     "diminua o brilho, diminui o brilho, reduzir o brilho, reduza o brilho, reduz o brilho, "
     "baixar o brilho, baixe o brilho, abaixe o brilho"},
    {Action::MoreContrast,
     "contraste, mais contraste, maior contraste, mais contrastado, mais contrastada, "
     "mais contrastados, mais contrastadas, aumentar o contraste, aumente o contraste, "
     "aumenta o contraste, contrastar"},
    {Action::LessContrast,
     "menos contraste, menor contraste, menos contrastado, menos contrastada, "
     "menos contrastados, menos contrastadas, diminuir o contraste, diminua o contraste, "
     "diminui o contraste, reduzir o contraste, reduza o contraste, reduz o contraste, "
     "baixar o contraste, baixe o contraste, abaixe o contraste, diminuir contraste, "
     "diminua contraste, reduzir contraste, reduza contraste, suavizar o contraste, "
     "suavize o contraste"},
    {Action::MoreColorful,
     "mais vivo, mais viva, mais vivos, mais vivas, mais cor, mais cores, mais colorido, "
     "mais colorida, mais coloridos, mais coloridas, mais vibrante, mais vibrantes, "
     "cores vivas, cores vibrantes, saturação, saturacao, saturar, sature, mais saturação, "
     "mais saturacao, mais saturado, mais saturada, mais saturados, mais saturadas, "
     "aumentar a saturação, aumentar a saturacao, aumente a saturação, aumente a saturacao, "
     "aumenta a saturação, aumenta a saturacao"},
    {Action::LessColorful,
     "mais apagado, mais apagada, mais apagados, mais apagadas, menos vivo, menos viva, "
     "menos vivos, menos vivas, menos cor, menos cores, menos colorido, menos colorida, "
     "menos coloridos, menos coloridas, menos vibrante, menos vibrantes, menos saturação, "
     "menos saturacao, menos saturado, menos saturada, menos saturados, menos saturadas, "
     "dessaturar, dessature, dessaturado, dessaturada, diminuir a saturação, "
     "diminuir a saturacao, diminua a saturação, diminua a saturacao, diminui a saturação, "
     "diminui a saturacao, reduzir a saturação, reduzir a saturacao, reduza a saturação, "
     "reduza a saturacao, reduz a saturação, reduz a saturacao, baixar a saturação, "
     "baixar a saturacao, baixe a saturação, baixe a saturacao, abaixe a saturação, "
     "abaixe a saturacao, cores apagadas, cores pálidas, cores palidas, mais pálido, "
     "mais palido, mais pálida, mais palida, mais pálidos, mais palidos, mais pálidas, "
     "mais palidas"},
    {Action::Blur,
     "desfocar, desfoque, desfoca, desfocado, desfocada, mais desfocado, mais desfocada, "
     "borrar, borre, borrado, borrada, embaçar, embacar, embace, suavizar, suavize, suaviza, "
     "menos nítido, menos nitido, menos nítida, menos nitida, menos nítidos, menos nitidos, "
     "menos nítidas, menos nitidas, menos nitidez"},
    {Action::Sharpen,
     "nítido, nitido, nítida, nitida, mais nítido, mais nitido, mais nítida, mais nitida, "
     "mais nítidos, mais nitidos, mais nítidas, mais nitidas, deixar nítido, deixar nitido, "
     "nitidez, mais nitidez, mais definição, mais definicao, mais definido, mais definida, "
     "aguçar, agucar, aguce, menos desfocado, menos desfocada, menos desfocados, "
     "menos desfocadas, menos borrado, menos borrada, menos borrados, menos borradas"},
    {Action::Posterize,
     "pôster, poster, efeito pôster, efeito poster, estilo pôster, estilo poster, "
     "como um pôster, como um poster, como um cartaz, estilo cartaz, efeito cartaz, "
     "posterizar, posterize, posteriza, posterizado, posterizada, posterização, posterizacao"},
    {Action::Night,
     "noite, à noite, de noite, cena noturna, noturno, noturna"},
    {Action::FlipSides,
     "espelhar, espelhe, espelha, imagem espelhada, foto espelhada, espelhar horizontalmente, "
     "espelhe horizontalmente, espelha horizontalmente, inverter horizontalmente, "
     "inverta horizontalmente, inverte horizontalmente, virar horizontalmente, "
     "vire horizontalmente, vira horizontalmente, efeito espelho, esquerda-direita, "
     "inverter os lados, inverta os lados"},
    {Action::FlipUpsideDown,
     "de ponta-cabeça, de ponta-cabeca, de ponta cabeça, de ponta cabeca, ponta-cabeça, "
     "ponta-cabeca, ponta cabeça, ponta cabeca, cabeça para baixo, cabeca para baixo, "
     "cabeça pra baixo, cabeca pra baixo, espelhar verticalmente, espelhe verticalmente, "
     "espelha verticalmente, inverter verticalmente, inverta verticalmente, "
     "inverte verticalmente, virar verticalmente, vire verticalmente, vira verticalmente"},
    {Action::Pixelate,
     "pixelizar, pixelize, pixeliza, pixelizado, pixelizada, pixelar, pixele, pixelado, "
     "pixelada, pixels grandes, efeito mosaico"},
    {Action::Sketch,
     "esboço, esboco, esboçar, esbocar, esboce, rascunho, croqui, a lápis, a lapis, "
     "desenho a lápis, desenho a lapis"},
};
// clang-format on

}  // namespace

std::span<const Phrases> portuguese_phrases() {
  return portuguese;
}

}  // namespace wordbrush::demo
