using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Plugins.MlRegression;
using Predictors.Plugins.SmartIdlePoll;

namespace Predictors.Plugins.Tests;

/// <summary>The predictors that the project ships.</summary>
internal static class Shipped
{
    private static readonly IPredictorFactory[] s_factories =
    [
        new HaltFactory(), new IdlePollFactory(), new FixedWindowFactory(), new HaltPollFactory(), new KvmHaltPollFactory(),
        new SmartIdlePollFactory(), new MlRegressionFactory(),
    ];

    public static IEnumerable<string> Names => s_factories.Select(f => f.Description.Name);

    public static BoundPredictor Get(string name, params string[] parameters) =>
        RandomReplay.Bound(s_factories.Single(f => f.Description.Name == name), parameters);
}
