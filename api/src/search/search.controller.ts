import { Controller, Get, Query } from '@nestjs/common';
import { SearchResults, YearSearch } from '@thidua/workflows/search/search.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { SearchService } from './search.service.js';

@Controller('api/blocs/:bloc/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Answers(SearchResults)
  in(@AtPlace() at: At, @Query({ schema: YearSearch }) query: YearSearch): Promise<SearchResults> {
    return this.search.in(at, query);
  }
}
