using Microsoft.Extensions.Logging;
using Predictors.Abstractions;

namespace ModulePlugin;

public sealed partial class InjectedFactory : IPredictorFactory<NeverPolls>
{
    public InjectedFactory(Greeting greeting, ILogger<InjectedFactory> logger)
    {
        Description = new PredictorDescription("injected", $"Was given {greeting.Text}.");
        LogConstructed(logger, greeting.Text);
    }

    public PredictorDescription Description { get; }

    public NeverPolls Create(ParameterValues values, int vcpu) => default;

    [LoggerMessage(Level = LogLevel.Information, Message = "constructed with {Text}")]
    private static partial void LogConstructed(ILogger logger, string text);
}
