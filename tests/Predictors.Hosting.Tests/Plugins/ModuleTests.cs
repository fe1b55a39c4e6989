using Microsoft.Extensions.Logging;

namespace Predictors.Hosting.Tests;

public sealed class ModuleTests
{
    [Test]
    public void Load_Module_InjectsServicesAndUsesOnlyWhatItRegisters()
    {
        using PluginDirectory directory = PluginDirectory.Of("ModulePlugin");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Predictors.Select(p => p.Description.Summary), Is.EqualTo(["Was given an injected service."]));
    }

    [Test]
    public void Load_FactoryLacksAService_IsRefusedAndTheOtherGoesOn()
    {
        using PluginDirectory directory = PluginDirectory.Of("ModulePlugin");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.EqualTo([new RefusedPlugin(
            directory.FileOf("ModulePlugin", "ModulePlugin.dll"),
            "ModulePlugin.LacksServiceFactory",
            "its constructor failed: nobody provides the parameter 'Uri nobodyRegistersThis' of its constructor; give it a constructor without parameters, "
            + "or register a service in a module: IPredictorModule")]));
        Assert.That(catalog.Predictors, Has.Count.EqualTo(1));
    }

    [Test]
    public void Load_PluginLogs_ReachesTheHostsLoggers()
    {
        using PluginDirectory directory = PluginDirectory.Of("ModulePlugin");
        using var provider = new ListLoggerProvider();
        using ILoggerFactory loggers = LoggerFactory.Create(builder => builder.AddProvider(provider));
        PluginCatalog.Load([directory.Path], loggers);

        Assert.That(provider.Lines, Is.EqualTo(["ModulePlugin.InjectedFactory: constructed with an injected service"]));
    }

    private sealed class ListLoggerProvider : ILoggerProvider
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new ListLogger(categoryName, Lines);

        public void Dispose()
        {
        }
    }

    private sealed class ListLogger(string category, List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{category}: {formatter(state, exception)}");
    }
}
