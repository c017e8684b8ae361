"""Dawid and Skene's observer-error model (Applied Statistics 28, 1979, 20-28), for places that voices vote on."""

from dataclasses import dataclass

import numpy as np

from salient.assess.ground import Floats, Ints

PSEUDO_VOTES = 2.0
"""Added to every cell of the confusion matrices, twice that on the diagonal: a voice heard a few times is not yet
perfect, and voices that err together are not taken for always right."""


@dataclass(frozen=True)
class Agreement:
    """`labels` (items, classes): posteriors. `confusion` (voices, true class, said class). `classes`: shares."""

    labels: Floats
    confusion: Floats
    classes: Floats


def dawid_skene(items: Ints, voices: Ints, said: Ints, classes: int, rounds: int = 100) -> Agreement:
    """Infer true labels and voices' confusion matrices from votes by EM.

    The three arrays run along the votes and count from 0. Stops when no posterior moves by 1e-5. Items start from
    their votes' shares.
    """
    n_items, n_voices = int(items.max()) + 1, int(voices.max()) + 1
    labels = np.zeros((n_items, classes))
    np.add.at(labels, (items, said), 1.0)
    labels /= labels.sum(axis=1, keepdims=True)
    prior_cells = PSEUDO_VOTES * (np.ones((classes, classes)) + np.eye(classes))
    cell = voices * classes + said
    for _ in range(rounds):
        share = labels.mean(axis=0)
        counts = np.empty((n_voices, classes, classes))
        for true in range(classes):
            counts[:, true, :] = np.bincount(cell, labels[items, true], n_voices * classes).reshape(n_voices, classes)
        counts += prior_cells
        confusion = counts / counts.sum(axis=2, keepdims=True)
        log = np.log(confusion)
        weight = np.tile(np.log(np.maximum(share, 1e-9)), (n_items, 1))
        for true in range(classes):
            weight[:, true] += np.bincount(items, log[voices, true, said], n_items)
        weight -= weight.max(axis=1, keepdims=True)
        after = np.exp(weight)
        after /= after.sum(axis=1, keepdims=True)
        done = float(np.abs(after - labels).max()) < 1e-5
        labels = after
        if done:
            break
    return Agreement(labels, confusion, share)
