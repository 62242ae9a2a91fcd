"""The workloads of `benchmarks/run learning` in PyTorch: prints seconds of a step by name, as JSON.

Usage: python3 learning.py THREADS SECONDS_PER_WORKLOAD
Models, batches, losses and optimiser are those of LearningWorkload.java.
"""

import json
import math
import statistics
import sys
import time

import torch
from torch import nn

JOINTS, WINDOW = 16, 10


def seconds(step, duration):
    """The median time of a step and its mean processor time, after a warm-up as long.

    Both last until this process has worked for long enough, however busy the machine is with others.
    """
    end = time.process_time() + duration
    while time.process_time() < end:
        step()
    times = []
    processor = time.process_time()
    end = processor + duration
    while time.process_time() < end or len(times) < 5:
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return statistics.median(times), (time.process_time() - processor) / len(times)


class GraspMlp(nn.Module):
    """Positional encoding and mass per vertex, shared layers, mean over vertices, heads."""

    def __init__(self, frequencies=6, width=256, joints=16):
        super().__init__()
        self.rates = math.pi * 2.0 ** torch.arange(frequencies)
        inputs = 3 * (1 + 2 * frequencies) + 1
        self.backbone = nn.Sequential(
            nn.Linear(inputs, width), nn.ReLU(),
            nn.Linear(width, width), nn.ReLU(),
            nn.Linear(width, width), nn.ReLU())
        self.head = nn.Linear(width, joints + 3)

    def forward(self, vertices, mass):
        angles = vertices.unsqueeze(-1) * self.rates
        encoded = torch.cat(
            [vertices, angles.sin().flatten(2), angles.cos().flatten(2),
             mass[:, None, None].expand(-1, vertices.shape[1], 1)], dim=2)
        return self.head(self.backbone(encoded).mean(dim=1))


def grasp_training(batch, vertices):
    model = GraspMlp()
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-4)
    points, mass = 2 * torch.rand(batch, vertices, 3) - 1, torch.rand(batch)
    action, label, force = torch.rand(batch, 16), torch.ones(batch, 2), torch.rand(batch, 1)
    mse, bce = nn.MSELoss(), nn.BCEWithLogitsLoss()

    def step():
        optimiser.zero_grad()
        y = model(points, mass)
        loss = mse(y[:, :16], action) + bce(y[:, 16:18], label) + mse(y[:, 18:].sigmoid(), force)
        loss.backward()
        optimiser.step()

    return step


def grasp_inference(vertices):
    model = GraspMlp().eval()
    points, mass = 2 * torch.rand(1, vertices, 3) - 1, torch.rand(1)

    def step():
        with torch.no_grad():
            model(points, mass)

    return step


def mlp(inputs, width, outputs):
    return nn.Sequential(
        nn.Linear(inputs, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU(),
        nn.Linear(width, outputs))


class Batched(nn.Module):
    """All joints in one: batched products, fewer and larger operations than one model each."""

    def __init__(self, width):
        super().__init__()
        self.layers = nn.ParameterList()
        for inputs, outputs in [(2 * WINDOW, width), (width, width), (width, 1)]:
            self.layers.append(nn.Parameter(torch.randn(JOINTS, inputs, outputs) / inputs**0.5))
            self.layers.append(nn.Parameter(torch.zeros(JOINTS, 1, outputs)))

    def forward(self, x):
        for i in range(0, 6, 2):
            x = torch.baddbmm(self.layers[i + 1], x, self.layers[i])
            x = x.relu() if i < 4 else x
        return x


def joint_training(batch, width):
    """The faster of one model per joint and all joints in one is PyTorch's time."""
    x, y = torch.rand(JOINTS, batch, 2 * WINDOW), torch.rand(JOINTS, batch, 1)
    mse = nn.MSELoss()
    models = [mlp(2 * WINDOW, width, 1) for _ in range(JOINTS)]
    optimisers = [torch.optim.Adam(m.parameters(), lr=1e-4) for m in models]

    def one_by_one():
        for j in range(JOINTS):
            optimisers[j].zero_grad()
            mse(models[j](x[j]), y[j]).backward()
            optimisers[j].step()

    batched = Batched(width)
    optimiser = torch.optim.Adam(batched.parameters(), lr=1e-4)

    def together():
        optimiser.zero_grad()
        mse(batched(x), y).backward()
        optimiser.step()

    return one_by_one, together


def joint_inference(width):
    models = [mlp(2 * WINDOW, width, 1).eval() for _ in range(JOINTS)]
    batched = Batched(width).eval()
    x = torch.rand(JOINTS, 1, 2 * WINDOW)

    def one_by_one():
        with torch.no_grad():
            for j in range(JOINTS):
                models[j](x[j])

    def together():
        with torch.no_grad():
            batched(x)

    return one_by_one, together


def whole_hand_training(batch, width):
    model = mlp(2 * WINDOW * JOINTS, width, JOINTS)
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-4)
    x, y = torch.rand(batch, 2 * WINDOW * JOINTS), torch.rand(batch, JOINTS)
    mse = nn.MSELoss()

    def step():
        optimiser.zero_grad()
        mse(model(x), y).backward()
        optimiser.step()

    return step


class Residual(nn.Module):
    def __init__(self, width, blocks=5):
        super().__init__()
        self.first = nn.Linear(2 * WINDOW * JOINTS + 7, width)
        self.blocks = nn.ModuleList(nn.Linear(width, width) for _ in range(blocks))
        self.last = nn.Linear(width, JOINTS)

    def forward(self, x):
        h = self.first(x).relu()
        for block in self.blocks:
            h = h + block(h).relu()
        return self.last(h)


def residual_inference(width):
    model = Residual(width).eval()
    x = torch.rand(1, 2 * WINDOW * JOINTS + 7)

    def step():
        with torch.no_grad():
            model(x)

    return step


def two_inferences(width):
    base, corrections = residual_inference(width), residual_inference(width)

    def step():
        base()
        corrections()

    return step


def main():
    threads, duration = int(sys.argv[1]), float(sys.argv[2])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    workloads = {
        "grasp-training-512": [grasp_training(16, 512)],
        "grasp-training-1024": [grasp_training(16, 1024)],
        "joint-training-256": joint_training(256, 64),
        "joint-training-1024": joint_training(1024, 64),
        "joint-training-wide-256": joint_training(256, 256),
        "whole-hand-training-256": [whole_hand_training(256, 256)],
        "grasp-inference-1024": [grasp_inference(1024)],
        "joint-inference": joint_inference(64),
        "residual-inference-256": [residual_inference(256)],
        "residual-inference-1024": [residual_inference(1024)],
        "base-and-residual-256": [two_inferences(256)],
        "base-and-residual-1024": [two_inferences(1024)],
    }
    result = {name: min(seconds(step, duration) for step in steps)
              for name, steps in workloads.items()}
    print(json.dumps({"version": torch.__version__, "seconds": result}))


if __name__ == "__main__":
    main()
