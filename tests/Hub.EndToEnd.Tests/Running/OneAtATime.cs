// Each hub is four processes: on a small machine two of them would only slow each other down.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
