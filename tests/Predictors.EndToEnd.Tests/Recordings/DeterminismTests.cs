namespace Predictors.EndToEnd.Tests;

public class DeterminismTests
{
    private static readonly string[] s_processors = ["1", "1", "2", "5"];

    [Test]
    public void Rank_AgainAndOnOtherNumbersOfProcessors_WritesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        var results = new List<(string Tables, string Json, string Csv)>();
        foreach (string processors in s_processors)
        {
            CommandResult rank = PredictorsCommand.Run(
                ["rank", "traces", "-p", "fixed-window:window=10us|50us", "-p", "haltpoll", "-p", "ml-regression", "--json", folder["a.json"], "--csv", folder["a.csv"]],
                ("DOTNET_PROCESSOR_COUNT", processors)).Expect(0);
            results.Add((rank.Output, File.ReadAllText(folder["a.json"]), File.ReadAllText(folder["a.csv"])));
        }

        Assert.That(results[0].Json, Is.Not.Empty);
        Assert.That(results, Has.All.EqualTo(results[0]));
    }
}
