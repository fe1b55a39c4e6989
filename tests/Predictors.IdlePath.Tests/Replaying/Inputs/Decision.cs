using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>What a predictor was told of an idle period.</summary>
internal readonly record struct Decision(IdleEntry Entry, IdleExit Exit);
