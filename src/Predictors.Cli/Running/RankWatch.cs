using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>Ranks again after every build of the plugins that are watched, and says who moved.</summary>
internal static class RankWatch
{
    public static int Follow(PluginWatch watch, Func<PluginCatalog, Leaderboard> rank, CancellationToken cancellation)
    {
        Leaderboard? before = null;
        try
        {
            while (true)
            {
                Leaderboard? board = RankOnce(watch, rank);
                Tell(before is null || board is null ? [] : RankMoves.Between(before, board));
                before = board ?? before;
                Console.Error.WriteLine("predictors: watching for the next build; Ctrl-C ends");
                watch.WaitForChange(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends: every round was written out.
            return ExitStatus.Done;
        }
    }

    private static Leaderboard? RankOnce(PluginWatch watch, Func<PluginCatalog, Leaderboard> rank)
    {
        PluginCatalog catalog = watch.Load();
        Tell([.. watch.Messages, .. catalog.Refused.Select(r => r.ToString()), .. catalog.Warnings.Select(w => w.ToString())]);
        try
        {
            return rank(catalog);
        }
        catch (Exception e) when (e is SpecException or RefusedPredictorException)
        {
            // A predictor that is asked for may come with the next build.
            Tell([e.Message]);
            return null;
        }
    }

    private static void Tell(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Console.Error.WriteLine($"predictors: {line}");
        }
    }
}
