using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;

namespace Predictors.Hosting.Tests;

/// <summary>Contenders without the loading of plugins.</summary>
internal static class Choice
{
    public static IReadOnlyList<PredictorChoice> Shipped { get; } =
    [
        Of(new HaltFactory()), Of(new IdlePollFactory()), Of(new FixedWindowFactory()), Of(new HaltPollFactory()), Of(new KvmHaltPollFactory()),
    ];

    /// <summary>The file that a contender is said to come from.</summary>
    public const string File = "plugins/made-up.dll";

    public static PredictorChoice Of(IPredictorFactory factory, params string[] parameters) => PredictorChoice.Of(
        new PluginPredictor(File, factory, factory.Description, BoundPredictor.PredictorTypeOf(factory)),
        RandomReplay.Bound(factory, parameters).Values);
}
